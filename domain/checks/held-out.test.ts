import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionSchema } from '../definition/definition.ts';
import type { Guard } from '../definition/settings.ts';
import { desiredTable } from '../desired/desired-table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { heldOut } from './held-out.ts';

const service = 'TCP 10.0.0.100:80';

function tableOf(weights: readonly number[], guard: Partial<Guard> = {}, overlays: Overlay[] = []) {
  const definition = definitionSchema.parse({
    services: [
      {
        name: 'web',
        key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 },
        scheduler: 'wrr',
        check: { kind: 'tcp' },
        destinations: weights.map((weight, at) => ({
          ...{ address: `10.0.0.${21 + at}`, port: 80, forwarding: 'direct-routing', weight },
        })),
      },
    ],
    settings: { guard },
  });
  return desiredTable(definition, overlays);
}

/** The places of `held`, by their number, when these fail in this order. */
function outOf(table: ReturnType<typeof tableOf>, failing: readonly number[]): number[] {
  const since = failing.map((at, order): [string, number] => [`${service} 10.0.0.${21 + at}:80`, order]);
  return [...heldOut(table, new Map(since))]
    .map((place) => Number(/(\d+):80$/.exec(place)?.[1]) - 21)
    .sort((a, b) => a - b);
}

test('what fails is out, but for the last one that serves', () => {
  expect(outOf(tableOf([1, 1, 1]), [1])).toEqual([1]);
  expect(outOf(tableOf([1, 1, 1]), [2, 0])).toEqual([0, 2]);
  expect(outOf(tableOf([1, 1, 1]), [2, 0, 1])).toEqual([0, 2]);
  expect(outOf(tableOf([1]), [0])).toEqual([]);
});

test('never below the guard: by number and by share of the written weight', () => {
  expect(outOf(tableOf([1, 1, 1], { leastServing: 2 }), [2, 0])).toEqual([2]);
  expect(outOf(tableOf([1, 1, 2], { leastWeightPercent: 50 }), [0, 1])).toEqual([0, 1]);
  expect(outOf(tableOf([1, 1, 2], { leastWeightPercent: 51 }), [0, 1])).toEqual([0]);
  // The heavy one can't go; a lighter one that failed later can.
  expect(outOf(tableOf([8, 1, 1], { leastWeightPercent: 50 }), [0, 1])).toEqual([1]);
});

test('one that is drained or has weight 0 is out in any case, and doesn’t count as serving', () => {
  const drained = drainOf({ kind: 'real-server', name: '10.0.0.21' });
  expect(outOf(tableOf([1, 1, 1], {}, [drained]), [0, 1, 2])).toEqual([0, 1]);
  expect(outOf(tableOf([0, 1]), [0, 1])).toEqual([0]);
});

test('a service without a check has nothing out', () => {
  const table = tableOf([1, 1]);
  const none = {
    ...table,
    services: table.services.map((one) => ({
      ...one,
      destinations: one.destinations.map((to) => ({ ...to, isChecked: false })),
    })),
  };
  expect(outOf(none, [0])).toEqual([]);
});

test('whatever fails, the guard is kept wherever it was kept before, and one serves', () => {
  const weights = fc.array(fc.nat(5), { minLength: 1, maxLength: 8 });
  const guard = fc.record({ leastServing: fc.nat(4), leastWeightPercent: fc.nat(100) });
  fc.assert(
    fc.property(weights, guard, fc.infiniteStream(fc.nat(7)), (given, least, order) => {
      const failing = [...new Set([...order.take(8)].map((at) => at % given.length))];
      const out = new Set(outOf(tableOf(given, least), failing));
      const serving = given.filter((weight, at) => weight > 0 && !out.has(at));
      const wasServing = given.filter((weight) => weight > 0).length;
      const sum = (all: readonly number[]) => all.reduce((total, weight) => total + weight, 0);
      expect(serving.length).toBeGreaterThanOrEqual(Math.min(wasServing, Math.max(1, least.leastServing)));
      expect(sum(serving) * 100).toBeGreaterThanOrEqual(sum(given) * least.leastWeightPercent);
      for (const at of out) expect(failing).toContain(at);
    }),
  );
});
