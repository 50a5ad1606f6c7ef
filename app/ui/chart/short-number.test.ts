import { expect, it } from 'vitest';
import { shortNumber } from './short-number.ts';

it('keeps what an axis needs', () => {
  expect([0, 0.05, 0.25, 1.5, 12, 850, 1200, 12_758, 250_000, 34_000_000].map(shortNumber)).toEqual([
    ...['0', '0.05', '0.25', '1.5', '12', '850', '1.2k', '12.8k', '250k', '34M'],
  ]);
});
