import { expect, it } from 'vitest';
import { type Address, parseAddress } from '../lvs/address.ts';
import { Departures } from '../scheduling/departures.ts';
import type { ScheduledDestination } from '../scheduling/scheduled-destination.ts';
import { type ReplayableScheduler, schedulerNamed } from '../scheduling/scheduler-named.ts';
import { expectedShares } from './expected-shares.ts';
import { effectiveCounts } from './load.ts';
import { judgedLoad } from './load-judgement.ts';
import { ShareTest } from './share-test.ts';
import { poisson, randomOf } from './traffic.example.ts';

/** Fair traffic as the kernel's schedulers make it: more even than chance (wrr, wlc), or as even (a hash of clients). */
const weights = [1, 2, 3];

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

const vip = address('10.0.0.100');
const destinations = (): ScheduledDestination[] =>
  weights.map((weight, index) => ({
    address: address(`10.0.0.2${index + 1}`),
    ...{ port: 80, weight, lastWeight: weight, activeConn: 0, inactConn: 0, overloaded: false },
  }));

it.each([
  ['wrr', 0.1],
  ['wrr', 10],
  ['rr', 1],
  ['mh', 5],
] as const)('raises no alarm over %s with many clients, at %f connections a second', (name, rate) => {
  const random = randomOf(rate * 100);
  const places = destinations();
  const scheduler = schedulerNamed(name, places, []);
  const test = new ShareTest(expectedShares(name, weights) as number[], 0.05);
  let counts = new Float64Array(places.length);
  let alarms = 0;
  for (let second = 1; second <= 20_000; second++) {
    counts = counts.slice();
    for (let more = poisson(random, rate); more > 0; more--) {
      const client = address(`10.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}.${second % 250}`);
      const chosen = scheduler.choose({ client, clientPort: 1024, vip });
      const place = places.indexOf(chosen as ScheduledDestination);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    test.feed(second, counts);
    if (test.judgement.kind === 'skewed') alarms++;
  }
  expect(alarms).toBe(0);
});

it.each([
  ['wlc', 2, 30],
  ['wlc', 20, 20],
  ['lc', 5, 60],
  ['sed', 5, 60],
] as const)('raises no alarm over the load under %s, %i connections a second that live %i s', (name, rate, life) => {
  const { alarms, kind } = loadUnder(name, rate, life);
  expect(alarms).toBe(0);
  expect(kind).not.toBe('skewed');
});

function loadUnder(name: ReplayableScheduler, rate: number, life: number) {
  const random = randomOf(rate + life);
  const places = destinations();
  const scheduler = schedulerNamed(name, places, []);
  const shares = expectedShares(name, weights) as number[];
  const ends = new Departures<ScheduledDestination>();
  let [alarms, kind] = [0, ''];
  for (let second = 1; second <= 20_000; second++) {
    for (let ended = ends.takeDue(second); ended; ended = ends.takeDue(second)) ended.what.activeConn--;
    for (let more = poisson(random, rate); more > 0; more--) {
      const chosen = scheduler.choose({ client: vip, clientPort: 1024, vip });
      if (!chosen) throw new Error('all serve');
      chosen.activeConn++;
      ends.add(second - Math.log(random() || Number.MIN_VALUE) * life, chosen);
    }
    ({ kind } = judgedLoad(effectiveCounts(name, places), shares, second, 60));
    if (kind === 'skewed') alarms++;
  }
  return { alarms, kind };
}
