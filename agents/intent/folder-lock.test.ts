import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processMark, takeFolder } from './folder-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'agent.lock');
const alive = new Map<number, string>();
beforeEach(() => alive.clear());
const take = (self: number, onWait: () => void = () => undefined) => {
  alive.set(self, `start of ${self}`);
  const markOf = (pid: number) => ({ pid, started: alive.get(pid) ?? null });
  const sleep = () => {
    onWait();
    return Promise.resolve();
  };
  return takeFolder(folder, sleep, self, markOf);
};

test('one has it, another one is told who, and may have it when that one has ended', async () => {
  expect(await take(10)).toEqual({ ok: true });
  expect(await take(11)).toEqual({ ok: false, holder: 10 });
  alive.delete(10);
  expect(await take(11)).toEqual({ ok: true });
});

test('one that is just ending is waited for', async () => {
  await take(10);
  expect(await take(11, () => alive.delete(10))).toEqual({ ok: true });
});

test('another process with the same number is not the holder', async () => {
  await take(10);
  alive.set(10, 'a later start');
  expect(await take(11)).toEqual({ ok: true });
});

test.each(['', '{"pid":', '{"pid":10}', 'null'])('a file that says %s holds nobody off', async (content) => {
  writeFileSync(path(), content);
  expect(await take(11)).toEqual({ ok: true });
});

test('the folder is made where there is none yet', async () => {
  folder = join(folder, 'deeper');
  expect(await take(10)).toEqual({ ok: true });
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ pid: 10, started: 'start of 10' });
  folder = join(folder, '..');
});

test('a real process is itself for as long as it lives', async () => {
  const child = spawn('sleep', ['60']);
  const pid = child.pid ?? 0;
  const mark = processMark(pid);
  expect(mark.started).toMatch(/^\d+ [0-9a-f-]{36}$/);
  expect(processMark(pid)).toEqual(mark);
  child.kill();
  await once(child, 'exit');
  expect(processMark(pid).started).toBeNull();
});
