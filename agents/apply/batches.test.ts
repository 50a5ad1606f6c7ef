import { expect, test } from 'vitest';
import type { Address } from '../../domain/lvs/address.ts';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { Destination } from '../../domain/lvs/table.ts';
import type { Step } from '../../domain/plan/plan.ts';
import { batchesOf } from './batches.ts';

const service: ServiceKey = { kind: 'fwmark', fwmark: 1, family: 'ipv4' };
const destination: Destination = {
  ...{ address: '10.0.0.21' as Address, port: 0, forwarding: 'direct-routing', weight: 1 },
  ...{ upperThreshold: 0, lowerThreshold: 0, tunnel: null },
};
const add: Step = { action: 'add-destination', service, destination, reason: { why: 'missing' } };
const remove: Step = { action: 'remove-destination', service, destination, reason: { why: 'not-defined' } };
const reweigh = (kernel: string, desired: string): Step => ({
  ...{ action: 'change-destination', service, destination },
  reason: { why: 'differs', differences: [{ field: 'weight', kernel, desired }] },
});
const sizes = (steps: Step[]): number[] => batchesOf(steps).map((batch) => batch.length);

test('no batch keeps the kernel too long', () => {
  expect(sizes(Array.from({ length: 2300 }, () => add))).toEqual([1000, 1000, 300]);
  expect(sizes([])).toEqual([]);
});

test('what takes capacity away waits until what gives it was done', () => {
  expect(sizes([add, reweigh('1', '3'), remove, remove])).toEqual([2, 2]);
  expect(sizes([add, reweigh('9', '10'), reweigh('10', '9')])).toEqual([2, 1]);
  expect(sizes([add, remove, add, remove])).toEqual([1, 2, 1]);
});

test('many removals, or many drains, go together', () => {
  expect(sizes(Array.from({ length: 100 }, () => remove))).toEqual([100]);
  expect(sizes(Array.from({ length: 100 }, () => reweigh('3', '0')))).toEqual([100]);
});
