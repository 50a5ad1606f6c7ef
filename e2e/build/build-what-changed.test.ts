import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuildStep } from './build-step.ts';
import { buildWhatChanged } from './build-what-changed.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shoal-build-'));
  writeFileSync(join(root, 'in'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

function step(change: Partial<BuildStep> = {}): BuildStep {
  const run = async () => writeFileSync(join(root, 'out'), 'built');
  return { name: 'thing', inputs: ['in', 'not-there'], outputs: ['out'], run, ...change };
}

test('a step runs the first time, when an input changed, and when its output is gone', async () => {
  const build = async () => buildWhatChanged(root, [step()]);
  expect(await build()).toEqual({ ok: true, built: ['thing'] });
  expect(await build()).toEqual({ ok: true, built: [] });
  writeFileSync(join(root, 'in'), 'two');
  expect(await build()).toEqual({ ok: true, built: ['thing'] });
  rmSync(join(root, 'out'));
  expect(await build()).toEqual({ ok: true, built: ['thing'] });
  writeFileSync(join(root, 'not-there'), 'now it is');
  expect(await build()).toEqual({ ok: true, built: ['thing'] });
});

test('a step that failed stops the rest, and runs again the next time with the same inputs', async () => {
  await buildWhatChanged(root, [step()]);
  writeFileSync(join(root, 'in'), 'two');
  const broken = step({ run: () => Promise.reject(new Error('line 7')) });
  const never = step({ name: 'other', run: () => Promise.reject(new Error('not reached')) });
  expect(await buildWhatChanged(root, [broken, never])).toEqual({ ok: false, step: 'thing', reason: 'line 7' });
  expect(await buildWhatChanged(root, [step()])).toEqual({ ok: true, built: ['thing'] });
});

test('a step that makes nothing has failed', async () => {
  const outcome = await buildWhatChanged(root, [step({ run: async () => {} })]);
  expect(outcome).toEqual({ ok: false, step: 'thing', reason: 'it did not make out' });
});
