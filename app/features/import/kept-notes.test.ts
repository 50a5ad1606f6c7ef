import { expect, it } from 'vitest';
import { leftOut, onLine, remark, taken } from '../../../domain/formats/note.ts';
import { keptNotes, mostKept } from './kept-notes.ts';

it('keeps what was left out and remarked, in the order of the lines', () => {
  const notes = [
    taken(onLine(1), 'TCP 10.0.0.4:80 wrr'),
    remark(onLine(1), 'name-changed', 'web 1 → web-1'),
    leftOut(onLine(2), 'no-checks', 'send'),
    remark(onLine(3), 'given-twice', 'port'),
  ];
  expect(keptNotes(notes).map(({ line, kind }) => [line, kind])).toEqual([
    [1, 'remark'],
    [2, 'left-out'],
    [3, 'remark'],
  ]);
});

it('keeps what was left out before all remarks where there are too many', () => {
  const many = Array.from({ length: mostKept }, (_, index) => remark(onLine(index + 1), 'comment', ''));
  const kept = keptNotes([...many, leftOut(onLine(mostKept + 1), 'no-vrrp', 'vrrp_instance')]);
  expect(kept).toHaveLength(mostKept);
  expect(kept.at(-1)).toMatchObject({ kind: 'left-out', line: mostKept + 1 });
});
