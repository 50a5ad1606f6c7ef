import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys are in one order, at every depth', () => {
  expect(canonicalJson({ b: [{ z: 1, a: { y: 2, x: null } }], a: 'ü' })).toBe(
    '{"a":"ü","b":[{"a":{"x":null,"y":2},"z":1}]}',
  );
  expect(canonicalJson(undefined)).toBe(null);
  expect(canonicalJson(null)).toBe('null');
});

test('reading a canonical text and writing it again gives the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text ?? ''))).toBe(text);
    }),
  );
});

test('the order in which keys were written makes no difference', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const other = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(other)).toBe(canonicalJson(value));
    }),
  );
});
