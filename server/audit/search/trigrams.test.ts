import { expect, test } from 'vitest';
import { trigramQuery } from './trigrams.ts';

test('a text is asked for by all three letters that follow each other', () => {
  expect(trigramQuery('web1')).toBe('"web" AND "eb1"');
  expect(trigramQuery('aaaa')).toBe('"aaa"');
  expect(trigramQuery('a"b')).toBe('"a""b"');
  expect(trigramQuery('换磁盘')).toBe('"换磁盘"');
  expect(trigramQuery('🐟🐟a')).toBe('"🐟🐟a"');
});

test('fewer than three letters are in no index', () => {
  expect(trigramQuery('ab')).toBe(null);
  expect(trigramQuery('')).toBe(null);
});
