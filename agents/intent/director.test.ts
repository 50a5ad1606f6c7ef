import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directorAtWork, enrolledFolder, signedIntent } from './director-at-work.example.ts';
import { CountingKernel, marks, standing } from './marks.example.ts';

let folder = '';
let kernel: CountingKernel;
beforeEach(() => {
  folder = enrolledFolder();
  kernel = new CountingKernel();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a generation that comes again with another content is applied; the very same intent writes nothing', async () => {
  const { director, applied } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3 })));
  await director.take(signedIntent(1, { ...marks({ 1: 5 }), revision: 2 }));
  expect(await kernel.rules()).toEqual(standing([1, 5]));
  await kernel.reweigh(1, 9);
  const before = kernel.written.length;
  await director.take(signedIntent(1, { ...marks({ 1: 5 }), revision: 2, issuedAt: 1_700_000_000_000 }));
  expect(kernel.written).toHaveLength(before);
  expect(applied()).toMatchObject({ outcome: 'applied', total: 0, readBack: 'differs' });
});

test('files of older agents are read: what was applied is adopted, and the generation may come with another content', async () => {
  const first = directorAtWork(folder, kernel);
  await first.director.take(signedIntent(1, marks({ 1: 3 })));
  const path = join(folder, 'progress.json');
  const { applied: _, wanted: __, ...older } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(older));
  await kernel.reweigh(1, 9);
  const { director } = directorAtWork(folder, kernel);
  await director.start();
  expect(await kernel.rules()).toEqual(standing([1, 9]));
  await director.take(signedIntent(1, { ...marks({ 1: 5 }), revision: 2 }));
  expect(await kernel.rules()).toEqual(standing([1, 5]));
});
