import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AgentState } from './agent-state.ts';
import { noProgress } from './director-state.ts';
import { newKeyPair } from './ed25519.ts';

let folder = '';
let problems: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'agent-'));
  problems = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new AgentState(folder, (problem) => problems.push(problem.message));

test('a new folder holds nothing', () => {
  const state = open();
  expect([state.identity, state.intent, state.progress]).toEqual([null, null, noProgress]);
});

test('all that was kept is there after a restart', () => {
  const identity = { version: 1 as const, name: 'lb1', ...newKeyPair(), enrolled: null };
  const intent = { version: 1 as const, payload: '{}', signature: 'AA==' };
  const before = open();
  before.keepIdentity(identity);
  before.keepIntent(intent);
  before.keepProgress({ ...noProgress, appliedGeneration: 7 });
  const after = open();
  expect([after.identity, after.intent, after.progress.appliedGeneration]).toEqual([identity, intent, 7]);
});

test('a bad intent and a bad progress are reported by their names, and the rest is read', () => {
  const identity = { version: 1 as const, name: 'lb1', ...newKeyPair(), enrolled: null };
  open().keepIdentity(identity);
  writeFileSync(join(folder, 'intent.json'), '{"version":1,"payl');
  writeFileSync(join(folder, 'progress.json'), '[]');
  const state = open();
  expect([state.identity, state.intent, state.progress]).toEqual([identity, null, noProgress]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain(join(folder, 'intent.json'));
  expect(problems[1]).toContain(join(folder, 'progress.json.bad-1'));
});

test('a bad identity stops the start: a new one would make this another director', () => {
  writeFileSync(join(folder, 'identity.json'), '{}');
  expect(open).toThrow('identity.json');
});
