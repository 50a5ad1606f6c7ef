import { expect, test } from 'vitest';
import { durationOf, durationText } from './duration.ts';

test.each([
  ['45', 45],
  ['90s', 90],
  ['10m', 600],
  ['1h30m', 5400],
  ['2d', 172_800],
])('%s is %i seconds', (text, seconds) => {
  expect(durationOf(text, 'timeout')).toBe(seconds);
});

test.each(['', 'm', '10 m', '10x', '-5s', '1h30', '1.5h'])('“%s” is refused with the option’s name', (text) => {
  expect(() => durationOf(text, 'timeout')).toThrow('--timeout');
});

test.each([
  [0, '0 s'],
  [45.4, '45 s'],
  [600, '10 min'],
  [5430, '1 h 30 min'],
])('%d seconds are said as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
