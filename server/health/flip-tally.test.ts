import { expect, test } from 'vitest';
import { type Flip, FlipTally } from './flip-tally.ts';

const flip = (number: number, verdict: Flip['verdict'] = 'failing'): Flip => ({
  ...{ place: `TCP 10.0.0.100:80 10.0.0.${number}:80`, verdict, outcome: { what: 'refused' } },
});

test('each flip is told once, failing ones first', () => {
  const tally = new FlipTally();
  expect(tally.due(0)).toEqual([]);
  tally.take(flip(1, 'passing'));
  tally.take(flip(2));
  expect(tally.due(1).map(({ verdict, flips }) => [verdict, flips.length])).toEqual([
    ['failing', 1],
    ['passing', 1],
  ]);
  expect(tally.due(2)).toEqual([]);
});

test('one that comes and goes is told of four times in ten minutes, and then how often it went untold', () => {
  const tally = new FlipTally();
  const told = Array.from({ length: 10 }, (_, at) => {
    tally.take(flip(1, at % 2 === 0 ? 'failing' : 'passing'));
    return tally.due(at * 1000).length;
  });
  expect(told).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  tally.take(flip(2));
  expect(tally.due(11_000)).toHaveLength(1);
  tally.take(flip(1));
  expect(tally.due(600_000)).toMatchObject([{ untold: 6 }]);
});

test('many at once are told of by one entry', () => {
  const tally = new FlipTally();
  for (let number = 1; number <= 200; number++) tally.take(flip(number));
  tally.take(flip(201, 'passing'));
  expect(tally.due(0).map(({ flips }) => flips.length)).toEqual([200, 1]);
});
