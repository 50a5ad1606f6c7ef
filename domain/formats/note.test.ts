import { expect, it } from 'vitest';
import { inLineOrder, leftOut, onLine, taken } from './note.ts';

const aboutOf = (about: string) => {
  const note = leftOut(onLine(1), 'syntax', about);
  return note.kind === 'taken' ? '' : note.about;
};

it('shortens what it is about to 200 characters, never inside of one', () => {
  expect(aboutOf('x'.repeat(200))).toBe('x'.repeat(200));
  expect(aboutOf('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
  expect(aboutOf(`${'x'.repeat(198)}😀😀`)).toBe(`${'x'.repeat(198)}…`);
});

it('puts a block’s note before those inside, and leaves the order on a line', () => {
  const inside = taken(onLine(2), 'inside');
  const block = taken({ line: 2, lastLine: 4 }, 'block');
  const first = taken(onLine(1), 'first');
  const later = taken(onLine(2), 'later');
  expect(inLineOrder([inside, block, later, first])).toEqual([first, block, inside, later]);
});
