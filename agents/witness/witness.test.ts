import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Checkpoint, checkpointText } from '../../domain/audit/checkpoint.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { newKeyPair, signText } from '../intent/ed25519.ts';
import { AuditWitness } from './witness.ts';
import { WitnessFile } from './witness-file.ts';

const consoleKey = newKeyPair();
let folder: string;
let path: string;
let said: AgentMessage[];
let trouble: string | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shoal-witness-'));
  path = join(folder, 'state', 'witness.jsonl');
  [said, trouble] = [[], null];
});
afterEach(() => rmSync(folder, { recursive: true }));

function witness(bound = 100) {
  return new AuditWitness({
    file: new WitnessFile(path, bound),
    consoleKey: () => consoleKey.publicKey,
    send: (message) => said.push(message),
    trouble: (detail) => {
      trouble = detail;
    },
  });
}

function checkpoint(seq: number, sign = '0', key = consoleKey): Checkpoint {
  const told = { seq, hash: `${seq}`.padEnd(42, 'x') + sign, at: 1000 + seq };
  return { ...told, signature: signText(checkpointText(told), key) };
}

const held = (): Checkpoint[] => {
  const one = witness();
  one.tell(1);
  const message = said.at(-1);
  return message?.type === 'witness' ? message.checkpoints : [];
};

test('what the console signed is kept, for its owner alone, and is there after a restart', () => {
  witness().keep([checkpoint(1), checkpoint(5)]);
  expect(said).toEqual([{ type: 'witnessed', seq: 5 }]);
  expect(held()).toEqual([checkpoint(1), checkpoint(5)]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what comes again is not written again, and what another key signed is not kept', () => {
  const one = witness();
  one.keep([checkpoint(1)]);
  const before = readFileSync(path, 'utf8');
  one.keep([checkpoint(1), checkpoint(2, '0', newKeyPair()), { ...checkpoint(3), seq: 4 }]);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(said.at(-1)).toEqual({ type: 'witnessed', seq: 1 });
});

test('nothing that is kept is ever replaced: two hashes of a row are both there, and people are told', () => {
  const one = witness();
  one.keep([checkpoint(7)]);
  expect(trouble).toBe(null);
  one.keep([checkpoint(7, '1')]);
  expect(trouble).toContain('#7');
  expect(held()).toEqual([checkpoint(7), checkpoint(7, '1')]);
  // After a restart, too, whatever comes then.
  trouble = null;
  witness().keep([checkpoint(8)]);
  expect(trouble).toContain('#7');
});

test('a line that a crash cut off takes none of the others with it', () => {
  witness().keep([checkpoint(1)]);
  appendFileSync(path, '\n{"seq":2,"ha');
  witness().keep([checkpoint(3)]);
  expect(held()).toEqual([checkpoint(1), checkpoint(3)]);
});

test('the file stays within its bound; the first and the newest stay', () => {
  const one = witness(20);
  for (let seq = 1; seq <= 90; seq++) one.keep([checkpoint(seq)]);
  const seqs = held().map(({ seq }) => seq);
  expect(seqs.length).toBeLessThanOrEqual(20);
  expect(seqs[0]).toBe(1);
  expect(seqs.slice(-5)).toEqual([86, 87, 88, 89, 90]);
});
