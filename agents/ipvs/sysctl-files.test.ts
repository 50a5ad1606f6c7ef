import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSysctls, writeSysctl } from './sysctl-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sysctl-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string) => writeFileSync(join(folder, name), content);

test('each file is a number, and sync_threshold is two', () => {
  put('conntrack', '1\n');
  put('sync_threshold', '3\t50\n');
  put('est_nice', '-5\n');
  expect(readSysctls(folder)).toEqual({ conntrack: 1, sync_threshold: 3, sync_period: 50, est_nice: -5 });
});

test('what newer kernels have besides, and what can’t be read, is left out', () => {
  put('est_cpulist', '0-3\n');
  put('two_numbers', '1 2\n');
  put('nothing', '\n');
  put('word', '0x10\n');
  put('x'.repeat(61), '1\n');
  mkdirSync(join(folder, 'deeper'));
  put('conntrack', '0\n');
  expect(readSysctls(folder)).toEqual({ conntrack: 0 });
  expect(readSysctls(join(folder, 'absent'))).toEqual({});
});

test('a value is written, and a sysctl that this kernel doesn’t have is not made', () => {
  put('sync_threshold', '3\t50\n');
  writeSysctl('sync_threshold', [5, 60], folder);
  expect(readFileSync(join(folder, 'sync_threshold'), 'utf8')).toContain('5 60\n');
  expect(() => writeSysctl('absent', [1], folder)).toThrow('ENOENT');
  expect(readSysctls(folder)).not.toHaveProperty('absent');
});
