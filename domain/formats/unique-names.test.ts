import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameSchema } from '../definition/service-definition.ts';
import { uniqueNames } from './unique-names.ts';

it('keeps a name that is good, and says so', () => {
  expect(uniqueNames()('web_1', 'spare')).toEqual({ name: 'web_1', changed: false });
});

it('puts dashes for what a name can’t have', () => {
  const give = uniqueNames();
  expect(give('Web Site (old)', 'spare')).toEqual({ name: 'Web-Site-old', changed: true });
  expect(give('--', 'spare')).toEqual({ name: 'spare', changed: true });
  expect(give('门户', 'spare')).toEqual({ name: 'spare-2', changed: true });
});

it('numbers a name that is taken', () => {
  const give = uniqueNames();
  expect(['web', 'web', 'web', 'web-2'].map((name) => give(name, 'spare').name)).toEqual([
    'web',
    'web-2',
    'web-3',
    'web-2-2',
  ]);
});

it('gives names that a definition accepts, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'a-2', 'b'.repeat(80)))), (wanted) => {
      const give = uniqueNames();
      const names = wanted.map((name) => give(name, 'spare').name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(nameSchema.parse(name)).toBe(name);
    }),
  );
});
