import { expect, it } from 'vitest';
import { typedDuration } from './typed-duration.ts';

it.each([
  ['90 s', 90],
  ['90s', 90],
  ['10', 600],
  ['10 min', 600],
  [' 1.5 H ', 5400],
  ['2 d', 172_800],
  ['10 分钟', 600],
  ['30秒', 30],
  ['31 d', 2_678_400],
  ['32 d', null],
  ['0', null],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['10 minutes or so', null],
])('%j is %j s', (text, expected) => {
  expect(typedDuration(text)).toBe(expected);
});
