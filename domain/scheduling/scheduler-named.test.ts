import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../lvs/address.ts';
import type { Arrival, ScheduledDestination } from './scheduled-destination.ts';
import { replayableSchedulers, schedulerNamed } from './scheduler-named.ts';

const destinations = (...weights: number[]): ScheduledDestination[] =>
  weights.map((weight, index) => ({
    address: `10.0.0.${21 + index}` as Address,
    ...{ port: 80, weight, lastWeight: weight, activeConn: 0, inactConn: 0, overloaded: false },
  }));
const arrival = (last: number): Arrival => ({
  client: `10.9.0.${last % 256}` as Address,
  clientPort: 1024 + last,
  vip: '10.0.0.4' as Address,
});
const choices = (name: (typeof replayableSchedulers)[number], of: ScheduledDestination[], count: number): string => {
  const scheduler = schedulerNamed(name, of);
  const chosen = Array.from({ length: count }, (_, index) => scheduler.choose(arrival(index)));
  return chosen.map((one) => (one ? 'ABCD'[of.indexOf(one)] : '-')).join('');
};

// That they choose as the kernel does is tested on the kernel: agents/scheduling.
test('rr is in turn, wrr gives the heaviest several in a row', () => {
  expect(choices('rr', destinations(3, 1), 4)).toBe('ABAB');
  expect(choices('wrr', destinations(3, 1), 9)).toBe('ABAAABAAA');
});

describe.each(replayableSchedulers)('%s', (name) => {
  test('never chooses one that is quiesced or overloaded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.boolean()), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(255), { maxLength: 40 }),
        (states, arrivals) => {
          const of = destinations(...states.map(([weight]) => weight));
          for (const [index, [, overloaded]] of states.entries()) Object.assign(of[index] ?? {}, { overloaded });
          const scheduler = schedulerNamed(name, of);
          for (const last of arrivals) {
            const chosen = scheduler.choose(arrival(last));
            expect(chosen === null || (chosen.weight > 0 && !chosen.overloaded)).toBe(true);
            if (chosen) chosen.activeConn++;
          }
        },
      ),
    );
  });

  test('chooses nobody where there is nobody', () => {
    expect(choices(name, [], 2)).toBe('--');
    expect(choices(name, destinations(0, 0), 2)).toBe('--');
  });
});

test('with fallback, sh and mh leave no client alone while somebody serves', () => {
  for (const name of ['sh', 'mh'] as const) {
    const of = destinations(1, 0, 5);
    if (of[1]) of[1].lastWeight = 3;
    const scheduler = schedulerNamed(name, of, ['fallback']);
    for (let last = 0; last < 256; last++) expect(scheduler.choose(arrival(last))).not.toBeNull();
  }
});
