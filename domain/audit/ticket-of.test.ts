import { expect, test } from 'vitest';
import { ticketOf } from './ticket-of.ts';

test.each([
  ['OPS-123: disk is full', 'OPS-123'],
  ['new code (see #42)', '#42'],
  ['更换磁盘，OPS-7。', 'OPS-7'],
  ['files are UTF-8 now, INFRA2-10', 'INFRA2-10'],
  ['https://tickets.example.org/browse/WEB-9', 'WEB-9'],
  ['first A1-2 and then #3', 'A1-2'],
])('%s', (reason, ticket) => expect(ticketOf(reason)).toBe(ticket));

test.each([
  '',
  'no ticket',
  'ops-1',
  'web-1 is slow',
  'pre-OPS-1',
  'OPS-01',
  '#0',
  'SHA-256 sums',
  'a#1b',
  null,
  undefined,
])('none in %s', (reason) => expect(ticketOf(reason)).toBe(null));
