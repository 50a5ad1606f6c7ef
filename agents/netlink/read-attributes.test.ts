import { expect, test } from 'vitest';
import { AttributeReader, readAttributes } from './read-attributes.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test('attributes are visited in order, without the bits for nesting and byte order', () => {
  const seen: number[][] = [];
  const set = bytes('05000d80 01000000 08000540 feffffff');
  readAttributes(set, 0, set.length, (type, at, length) => seen.push([type, at, length]));
  expect(seen).toEqual([
    [13, 4, 1],
    [5, 12, 4],
  ]);
});

test.each(['0c000100 01000000', '03000100 00000000'])('an attribute with a wrong length is refused: %s', (hex) => {
  const set = bytes(hex);
  expect(() => readAttributes(set, 0, set.length, () => undefined)).toThrow('attribute 1 leaves its container');
});

test('a value that is cut short is refused by the attribute’s name', () => {
  const reader = new AttributeReader(bytes('0102'), { 4: 'DEST WEIGHT' });
  expect(() => reader.u32(4, 0, 2)).toThrow('DEST WEIGHT has 2 bytes where 4 are needed');
});

test('a 64-bit count is exact far beyond 32 bits', () => {
  const reader = new AttributeReader(bytes('ffffffffffff1f00'), {});
  expect(reader.u64(1, 0, 8)).toBe(Number.MAX_SAFE_INTEGER);
  expect(reader.u64(1, 0, 4)).toBe(0xffffffff);
});

test('a text ends at its NUL, or at its length', () => {
  const reader = new AttributeReader(Buffer.from('wrr\0junk', 'latin1'), {});
  expect(reader.text(6, 0, 4)).toBe('wrr');
  expect(reader.text(6, 0, 2)).toBe('wr');
});
