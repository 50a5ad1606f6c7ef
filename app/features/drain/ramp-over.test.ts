import { expect, it } from 'vitest';
import { rampOver } from './ramp-over.ts';

it('is at once where nothing is typed', () => {
  expect(rampOver(' ')).toBeNull();
});

it('takes the times that the console takes', () => {
  expect(rampOver('30 s')).toBe(30);
  expect(rampOver('2 s')).toBeUndefined();
  expect(rampOver('2 d')).toBeUndefined();
  expect(rampOver('slowly')).toBeUndefined();
});
