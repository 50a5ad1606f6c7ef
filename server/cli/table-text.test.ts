import { expect, test } from 'vitest';
import { tableText } from './table-text.ts';

test('columns stand under their heads, numbers to the right, unknown ones as a dash', () => {
  const rows = [
    ['web1', 7, 'serving'],
    ['a long name', 1200, null],
    ['b', null, ''],
  ];
  expect(tableText(['NAME', 'ACTIVE', 'STATE'], rows)).toEqual([
    'NAME         ACTIVE  STATE',
    'web1              7  serving',
    'a long name    1200  –',
    'b                 –',
  ]);
});

test('without rows there are the heads', () => {
  expect(tableText(['NAME'], [])).toEqual(['NAME']);
});

test('what would move the cursor is not printed', () => {
  expect(tableText(['REASON'], [['\u001b[31mred\r\nnext']])[1]).toBe(' [31mred  next');
});
