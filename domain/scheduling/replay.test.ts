import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Address } from '../lvs/address.ts';
import type { Destination, ServiceConfig } from '../lvs/table.ts';
import { Departures } from './departures.ts';
import { type ReplayedArrival, replay } from './replay.ts';

const config: ServiceConfig = {
  ...{ scheduler: 'wrr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null },
};
const destination = (last: number, weight: number, more: Partial<Destination> = {}): Destination => ({
  ...{ address: `10.0.0.${last}` as Address, port: 80, forwarding: 'direct-routing', weight },
  ...{ upperThreshold: 0, lowerThreshold: 0, tunnel: null, ...more },
});
/** One a second, from so many clients in turn. */
const arrivals = (count: number, clients: number, active = 1): ReplayedArrival[] =>
  Array.from({ length: count }, (_, index) => ({
    client: `10.9.${Math.floor((index % clients) / 200)}.${(index % clients) % 200}` as Address,
    ...{ clientPort: 1024 + index, vip: '10.0.0.4' as Address, at: index, active, inactive: 0 },
  }));
const counts = (...of: Parameters<typeof replay>): number[] => [...(replay(...of)?.connections.values() ?? [])];

test('shares follow the weights without persistence, and one client with it', () => {
  const destinations = [destination(21, 1), destination(22, 3)];
  expect(counts({ config, destinations }, arrivals(40, 1))).toEqual([10, 30]);
  const persistence = { timeout: 10, netmask: 32 };
  const stuck = counts({ config: { ...config, persistence }, destinations }, arrivals(40, 1));
  expect([...stuck].sort((a, b) => a - b)).toEqual([0, 40]);
});

test('a template ends when its client stays away for longer than the timeout', () => {
  const destinations = [destination(21, 1), destination(22, 1)];
  const persistence = { timeout: 2, netmask: 32 };
  const seldom = arrivals(40, 1).map((one) => ({ ...one, at: one.at * 3 }));
  expect(counts({ config: { ...config, persistence }, destinations }, seldom)).toEqual([20, 20]);
});

test('a netmask puts a network together', () => {
  const destinations = [destination(21, 1), destination(22, 1)];
  const of = (netmask: number) =>
    counts({ config: { ...config, persistence: { timeout: 300, netmask } }, destinations }, arrivals(100, 50));
  expect(of(32)).toEqual([50, 50]);
  expect([...of(24)].sort((a, b) => a - b)).toEqual([0, 100]);
});

test('the upper threshold sends on, and with all of them full connections are refused', () => {
  const destinations = [destination(21, 1, { upperThreshold: 2 }), destination(22, 1, { upperThreshold: 3 })];
  const replayed = replay({ config, destinations }, arrivals(20, 5, 1000));
  expect([...(replayed?.connections.values() ?? [])]).toEqual([2, 3]);
  expect(replayed?.refused).toBe(15);
});

test('wlc evens out what is held, rr does not', () => {
  const destinations = [destination(21, 1), destination(22, 1)];
  const uneven = arrivals(200, 7).map((one, index) => ({ ...one, active: index % 2 === 0 ? 50 : 1 }));
  const held = (scheduler: string) => [
    ...(replay({ config: { ...config, scheduler }, destinations }, uneven)?.activeConn.values() ?? []),
  ];
  const spread = ([a = 0, b = 0]: number[]) => Math.abs(a - b) / (a + b);
  expect(spread(held('rr'))).toBeGreaterThan(0.9);
  expect(spread(held('wlc'))).toBeLessThan(0.2);
});

test('twos can’t be replayed', () => {
  expect(replay({ config: { ...config, scheduler: 'twos' }, destinations: [] }, [])).toBeNull();
});

test('every arrival is taken once or refused, by any scheduler', () => {
  const schedulers = ['rr', 'wrr', 'lc', 'wlc', 'sed', 'nq', 'sh', 'mh', 'dh', 'lblc', 'lblcr', 'fo', 'ovf'];
  fc.assert(
    fc.property(
      fc.constantFrom(...schedulers),
      fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }),
      fc.option(fc.record({ timeout: fc.integer({ min: 1, max: 50 }), netmask: fc.integer({ min: 8, max: 32 }) })),
      (scheduler, weights, persistence) => {
        const destinations = weights.map((weight, index) => destination(21 + index, weight));
        const replayed = replay({ config: { ...config, scheduler, persistence }, destinations }, arrivals(60, 9, 20));
        const taken = [...(replayed?.connections.values() ?? [])].reduce((sum, count) => sum + count, 0);
        expect(taken + (replayed?.refused ?? 0)).toBe(60);
      },
    ),
  );
});

test('departures come in the order of their time', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000)), (times) => {
      const departures = new Departures<number>();
      for (const at of times) departures.add(at, at);
      const taken: number[] = [];
      for (let due = departures.takeDue(1000); due; due = departures.takeDue(1000)) taken.push(due.what);
      expect(taken).toEqual(times.toSorted((a, b) => a - b));
    }),
  );
});
