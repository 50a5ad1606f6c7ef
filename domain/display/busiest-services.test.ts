import { expect, test } from 'vitest';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { busiestServices, mostBusiest } from './busiest-services.ts';
import type { ServiceRow } from './views.ts';

const row = (name: string, cpsHistory: readonly (number | null)[]): ServiceRow & { cluster: string } => ({
  ...{
    cluster: 'shop',
    key: `TCP 10.0.0.4:${name}` as ServiceKeyText,
    slug: name,
    name,
    config: 'rr',
    destinations: 2,
  },
  ...{ serving: 2, director: 'lb1', cps: null, activeConn: null, inactConn: null, cpsHistory },
  ...{ verdict: { kind: 'unknown' }, receivedAt: null },
});
const names = (...rows: Parameters<typeof busiestServices>[0]) => busiestServices(rows).map(({ name }) => name);

test('by what they had over the last minutes, not by the last second', () => {
  expect(names(row('steady', [50, 50, 50]), row('burst', [0, 0, 100]))).toEqual(['steady', 'burst']);
  expect(names(row('gap', [null, 60]), row('low', [40, 40]))).toEqual(['gap', 'low']);
});

test('what had no connection isn’t busy', () => {
  expect(names(row('quiet', [0, 0]), row('unknown', [null]), row('new', []))).toEqual([]);
});

test('a few are enough', () => {
  const many = Array.from({ length: 30 }, (_, index) => row(String(index), [index + 1]));
  expect(names(...many)).toHaveLength(mostBusiest);
  expect(names(...many)[0]).toBe('29');
});
