import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chain, content, log, sha256 } from './chain.arbitrary.ts';
import { ChainCheck, type ChainNeeds } from './chain-check.ts';
import type { ChainRow } from './chain-row.ts';
import type { Mark } from './chain-verdict.ts';

function verdict(rows: readonly ChainRow[], marks: readonly Mark[] = [], more: Partial<ChainNeeds> = {}) {
  const check = new ChainCheck({ sha256, marks, ...more });
  for (const row of rows) check.take(row);
  return check.end();
}
const broken = (rows: readonly ChainRow[], marks: readonly Mark[] = []) => {
  const found = verdict(rows, marks).broken;
  return found && [found.kind, found.seq, found.upTo];
};

const ten = log(10);
const row = (seq: number): ChainRow => ten[seq - 1] as ChainRow;
const markOf = (seq: number, by: string | null = null): Mark => ({ seq, hash: row(seq).hash, by });
const changed = (seq: number, how: (row: ChainRow) => ChainRow) => ten.map((one) => (one.seq === seq ? how(one) : one));
const renumbered = (rows: readonly ChainRow[]) => rows.map((one, index) => ({ ...one, seq: index + 1 }));

test('a log that nobody touched fits, with all that is said of it', () => {
  expect(verdict(ten, [markOf(4), markOf(4, 'lb1'), markOf(10, 'lb1')])).toEqual({
    rows: 10,
    last: { seq: 10, hash: row(10).hash },
    broken: null,
    agreed: [
      { by: null, count: 1, upTo: 4 },
      { by: 'lb1', count: 2, upTo: 10 },
    ],
  });
  expect(verdict([]).broken).toBe(null);
  expect(verdict(ten.slice(4), [markOf(7)], { after: row(4) }).broken).toBe(null);
});

describe('edited', () => {
  test.each([1, 5, 10])('row %i says something else', (seq) => {
    expect(broken(changed(seq, (one) => ({ ...one, reason: 'no' })))).toEqual(['edited', seq, seq]);
  });
  test.each([1, 5, 9])('row %i has a new hash for what it says now', (seq) => {
    const previous = seq > 1 ? row(seq - 1).hash : undefined;
    const [forged] = chain([content(seq, { reason: 'no' })], previous);
    expect(broken(changed(seq, () => forged as ChainRow))).toEqual(['edited', seq, seq]);
  });
  test('row 5 has no hashes any more', () => {
    expect(broken(changed(5, (one) => ({ ...one, hash: '', previous: '' })))).toEqual(['edited', 5, 5]);
  });
  test('each field is part of the hash', () => {
    for (const field of Object.keys(content(1)) as (keyof ReturnType<typeof content>)[])
      expect(broken(changed(5, (one) => ({ ...one, [field]: field === 'seq' ? 50 : 'other' })))).not.toBe(null);
  });
});

describe('deleted', () => {
  test.each([1, 5, 9])('row %i is not there', (seq) => {
    expect(broken(ten.filter((one) => one.seq !== seq))).toEqual(['deleted', seq, seq]);
  });
  test('several, and the others have new numbers', () => {
    expect(broken(ten.filter((one) => one.seq < 4 || one.seq > 6))).toEqual(['deleted', 4, 6]);
    expect(broken(renumbered(ten.filter((one) => one.seq < 4 || one.seq > 6)))).toEqual(['deleted', 4, null]);
  });
});

describe('inserted', () => {
  const into = (seq: number, more: readonly ChainRow[]) =>
    renumbered([...ten.slice(0, seq - 1), ...more, ...ten.slice(seq - 1)]);
  test.each([2, 5, 10])('a row before %i, with a hash that fits', (seq) => {
    const forged = chain([content(seq, { actor: 'eve' })], row(seq - 1).hash);
    expect(broken(into(seq, forged))).toEqual(['inserted', seq, seq]);
  });
  test('several with hashes that fit, and one without', () => {
    expect(
      broken(
        into(
          5,
          chain(
            [content(5), content(6, { actor: 'eve' })].map((c) => ({ ...c, role: null })),
            row(4).hash,
          ),
        ),
      ),
    ).toEqual(['inserted', 5, 6]);
    expect(broken(into(5, [{ ...row(5), actor: 'eve', hash: 'x', previous: 'y' }]))).toEqual(['inserted', 5, 5]);
    expect(broken(into(5, [{ ...row(5), actor: 'eve', hash: 'x' }]))).toEqual(['inserted', 5, 5]);
  });
});

describe('reordered', () => {
  const swapped = (a: number, b: number) => ten.map((one) => (one.seq === a ? row(b) : one.seq === b ? row(a) : one));
  test.each([
    [5, 6],
    [2, 9],
    [1, 2],
  ])('rows %i and %i changed places', (a, b) => {
    expect(broken(swapped(a, b))?.slice(0, 2)).toEqual(['reordered', a]);
    expect(broken(renumbered(swapped(a, b)))?.slice(0, 2)).toEqual(['reordered', a]);
  });
  test('a row was moved to the end', () => {
    expect(broken(renumbered([...ten.filter((one) => one.seq !== 4), row(4)]))?.slice(0, 2)).toEqual(['reordered', 4]);
  });
});

test('tail cut: somebody knows of rows behind the last', () => {
  expect(broken(ten.slice(0, 7), [markOf(7)])).toBe(null);
  expect(verdict(ten.slice(0, 7), [markOf(10), markOf(9, 'lb1')]).broken).toEqual({
    ...{ kind: 'tail-cut', seq: 8, upTo: 10 },
    ...{ foundBy: 'checkpoint', by: null },
  });
  expect(verdict([], [markOf(3, 'lb1')]).broken).toMatchObject({ kind: 'tail-cut', seq: 1, upTo: 3, by: 'lb1' });
});

test('rewritten: all rows fit each other, and not what somebody holds', () => {
  const anew = chain(ten.map(({ seq }) => content(seq, seq === 6 ? { actor: 'bob' } : {})));
  expect(broken(anew)).toBe(null);
  expect(verdict(anew, [markOf(4), markOf(8, 'lb1'), { ...markOf(8), hash: anew[7]?.hash ?? '' }]).broken).toEqual({
    ...{ kind: 'rewritten', seq: 5, upTo: 8 },
    ...{ foundBy: 'witness', by: 'lb1' },
  });
});

test('an excerpt may leave rows out, and nothing else', () => {
  const some = ten.filter(({ seq }) => seq % 3 !== 0);
  expect(verdict(some, [markOf(4), markOf(9), markOf(99 % 10)], { excerpt: true }).broken).toBe(null);
  const edited = some.map((one) => (one.seq === 7 ? { ...one, outcome: 'denied' } : one));
  expect(verdict(edited, [], { excerpt: true }).broken).toMatchObject({ kind: 'edited', seq: 7 });
  expect(verdict(some, [{ ...markOf(4), hash: 'x' }], { excerpt: true }).broken).toMatchObject({
    kind: 'rewritten',
    upTo: 4,
  });
});

test('no edit, deletion, insertion or swap of a random log goes unseen', () => {
  const place = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(fc.constantFrom('edit', 'delete', 'insert', 'swap'), place, place, (what, a, b) => {
      const rows = [...ten];
      const one = rows[a] as ChainRow;
      if (what === 'edit') rows[a] = { ...one, after: '{}' };
      if (what === 'delete') rows.splice(a, 1);
      if (what === 'insert') rows.splice(a, 0, ...chain([content(a + 1, { actor: 'eve' })], rows[a - 1]?.hash));
      if (what === 'swap') [rows[a], rows[b]] = [rows[b] as ChainRow, one];
      const untouched = what === 'swap' && a === b;
      expect(broken(rows) === null).toBe(untouched);
      expect(broken(renumbered(rows)) === null).toBe(untouched);
    }),
  );
});
