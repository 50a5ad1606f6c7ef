import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { CorruptStateFile, StateFile } from './state-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => new StateFile(join(folder, 'deep', 'progress.json'), z.strictObject({ count: z.number() }));
const path = () => join(folder, 'deep', 'progress.json');

test('what was written is read, in a file for its owner alone', () => {
  expect(file().read()).toBeNull();
  file().write({ count: 1 });
  file().write({ count: 2 });
  expect(file().read()).toEqual({ count: 2 });
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['progress.json']);
});

test.each([
  ['half a file', '{"count":', 'it is not JSON'],
  ['another content', '{"count":"two"}', 'count:'],
  ['nothing', '', 'it is not JSON'],
])('%s is named and kept aside', (_, content, reason) => {
  file().write({ count: 1 });
  for (const number of [1, 2]) {
    writeFileSync(path(), content);
    expect(() => file().read()).toThrow(CorruptStateFile);
    expect(readFileSync(`${path()}.bad-${number}`, 'utf8')).toBe(content);
  }
  writeFileSync(path(), content);
  expect(() => file().read()).toThrow(reason);
  expect(file().read()).toBeNull();
});

test('a write that died half-way leaves the old content', () => {
  file().write({ count: 1 });
  writeFileSync(`${path()}.new`, '{"cou');
  expect(file().read()).toEqual({ count: 1 });
  file().write({ count: 2 });
  expect(file().read()).toEqual({ count: 2 });
});
