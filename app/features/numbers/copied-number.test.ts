import { expect, it } from 'vitest';
import { copiedNumber } from './copied-number.ts';

it('copies numbers in the unit of their column', () => {
  expect(copiedNumber.percent(0.12345)).toBe(12.3);
  expect(copiedNumber.kilobytes(27_840)).toBe(27.8);
  expect(copiedNumber.rate(39.249)).toBe(39.2);
});

it('keeps what is not known unknown', () => {
  for (const copied of Object.values(copiedNumber)) expect(copied(null)).toBeNull();
});
