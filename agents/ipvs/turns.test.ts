import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

/** A task that says when it starts, and ends when told. */
function task(log: string[], name: string) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    log.push(name);
    await ended;
  };
  return { run, end: () => end() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('one at a time, writers before readers', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const [first, reader, writer, other] = ['first', 'reader', 'writer', 'other'].map((name) => task(log, name));
  if (!first || !reader || !writer || !other) throw new Error('no tasks');
  const all = [turns.read(first.run), turns.read(reader.run), turns.write(writer.run), turns.write(other.run)];
  await settle();
  expect(log).toEqual(['first']);
  expect(turns.writerWaits).toBe(true);
  first.end();
  await settle();
  expect(log).toEqual(['first', 'writer']);
  writer.end();
  other.end();
  await settle();
  expect(turns.writerWaits).toBe(false);
  reader.end();
  await Promise.all(all);
  expect(log).toEqual(['first', 'writer', 'other', 'reader']);
});

test('one that throws passes its turn on', async () => {
  const turns = new Turns();
  await expect(turns.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.read(() => Promise.resolve(1))).toBe(1);
});
