import { expect, it } from 'vitest';
import { shareLists, shareStep } from './share-lists.ts';

it('works shares out over ten seconds at least, and over a sixtieth of what is in sight', () => {
  expect(shareStep(1000, 600)).toBe(10_000);
  expect(shareStep(3000, 5)).toBe(12_000);
  expect(shareStep(10_000, 360)).toBe(60_000);
  expect(shareStep(1000, 601)).toBe(10_000);
  expect(shareStep(86_400_000, 365)).toBe(6 * 86_400_000);
});

it('gives each point the share of its stretch, and none where nothing came or nothing is known', () => {
  const place = { start: 3000, step: 1000, count: 7 };
  const whole = [4, 4, 0, 0, 2, null, 2];
  const [first, second] = shareLists(
    [
      [1, 3, 0, 0, 2, null, 1],
      [3, 1, 0, 0, null, null, 1],
    ],
    whole,
    place,
    5000,
  );
  expect(first).toEqual([0.5, 0.5, 0.75, 0.75, 0.75, null, 0.75]);
  expect(second).toEqual([0.5, 0.5, 0.25, 0.25, 0.25, null, 0.25]);
  expect(shareLists([[0, 0]], [0, 0], { start: 0, step: 1000, count: 2 }, 10_000)).toEqual([[null, null]]);
});
