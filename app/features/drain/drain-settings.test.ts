import { expect, it } from 'vitest';
import { deadlineIn } from './drain-settings.ts';

it('is no deadline where nothing is typed, and where nothing is waited for', () => {
  expect(deadlineIn({ mode: 'wait', deadline: ' ' })).toBeNull();
  expect(deadlineIn({ mode: 'cut', deadline: '10 min' })).toBeNull();
});

it('tells what is no time from what is none', () => {
  expect(deadlineIn({ mode: 'wait', deadline: '10 min' })).toBe(600);
  expect(deadlineIn({ mode: 'elsewhere', deadline: 'soon' })).toBeUndefined();
});
