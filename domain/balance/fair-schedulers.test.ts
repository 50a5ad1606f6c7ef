import { expect, it } from 'vitest';
import { type Address, parseAddress } from '../lvs/address.ts';
import { Departures } from '../scheduling/departures.ts';
import type { ScheduledDestination } from '../scheduling/scheduled-destination.ts';
import { type ReplayableScheduler, schedulerNamed } from '../scheduling/scheduler-named.ts';
import { expectedShares } from './expected-shares.ts';
import { effectiveCounts } from './load.ts';
import { judgedLoad } from './load-judgement.ts';
import { ShareTest } from './share-test.ts';
import { binomial, drawn, poisson, randomOf } from './traffic.example.ts';

/**
 * A week of fair traffic as the kernel's schedulers make it, looked at every second: more even than chance (wrr, wlc), or
 * as even as the clients that are hashed (mh).
 */
const week = 604_800;
const patience = 300_000;
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

/** Seconds of a week in which the service would be called skewed, as `more` connections come each second. */
function alarmsOf(name: ReplayableScheduler, more: () => readonly number[], worthSaying = 0.05): number {
  const test = new ShareTest(expectedShares(name, weights) as number[], worthSaying);
  let counts = new Float64Array(weights.length);
  let alarms = 0;
  for (let second = 1; second <= week; second++) {
    const came = more();
    counts = counts.map((count, index) => count + (came[index] ?? 0));
    test.feed(second, counts);
    if (test.judgement.kind === 'skewed') alarms++;
  }
  expect(test.judgement.kind).toBe('balanced');
  return alarms;
}

it.each([
  ['wrr', 0.01],
  ['wrr', 1],
  ['wrr', 100],
  ['wrr', 10_000],
  ['rr', 10],
] as const)(
  'raises no alarm over %s at %f connections a second',
  (name, rate) => {
    const places = destinations();
    const scheduler = schedulerNamed(name, places, []);
    // The walk comes back to where it began, so that one round of it tells where any number of connections went.
    const round = Array.from({ length: 6 }, () =>
      places.indexOf(scheduler.choose({ client: vip, clientPort: 1024, vip }) as ScheduledDestination),
    );
    const inRound = (length: number) =>
      places.map((_, place) => round.slice(0, length).filter((chosen) => chosen === place).length);
    const [rounds, parts] = [inRound(6), round.map((_, length) => inRound(length))];
    const upTo = (all: number) =>
      rounds.map((count, place) => Math.floor(all / 6) * count + (parts[all % 6]?.[place] ?? 0));
    const random = randomOf(rate * 100);
    let [all, before] = [0, upTo(0)];
    const more = () => {
      all += poisson(random, rate);
      const now = upTo(all);
      const came = now.map((count, place) => count - (before[place] ?? 0));
      before = now;
      return came;
    };
    expect(alarmsOf(name, more)).toBe(0);
  },
  patience,
);

it.each([0.01, 1, 10_000])(
  'raises no alarm over mh with 5,000 clients, at %f connections a second',
  (rate) => {
    const places = destinations();
    const scheduler = schedulerNamed('mh', places, []);
    const shares = new Float64Array(weights.length);
    for (let number = 0; number < 5_000; number++) {
      const client = address(`10.9.${number >> 8}.${number & 255}`);
      const place = places.indexOf(scheduler.choose({ client, clientPort: 1024, vip }) as ScheduledDestination);
      shares[place] = (shares[place] ?? 0) + 1 / 5_000;
    }
    const random = randomOf(rate * 100 + 1);
    expect(alarmsOf('mh', () => drawn(random, rate, Array.from(shares)), 0.1)).toBe(0);
  },
  patience,
);

it.each([
  ['wlc', 0.01, 36_000],
  ['wlc', 0.1, 3600],
  ['wlc', 1, 300],
  ['lc', 1, 300],
  ['sed', 1, 300],
  ['nq', 1, 300],
] as const)(
  'raises no alarm over the load under %s, %f connections a second that live %i s',
  (name, rate, life) => {
    const random = randomOf(rate * 100 + life);
    const places = destinations();
    const scheduler = schedulerNamed(name, places, []);
    const ends = new Departures<ScheduledDestination>();
    const alarms = loadAlarms(name, places, (second) => {
      for (let ended = ends.takeDue(second); ended; ended = ends.takeDue(second)) ended.what.activeConn--;
      for (let more = poisson(random, rate); more > 0; more--) {
        const chosen = scheduler.choose({ client: vip, clientPort: 1024, vip });
        if (!chosen) throw new Error('all serve');
        chosen.activeConn++;
        ends.add(second - Math.log(random() || Number.MIN_VALUE) * life, chosen);
      }
    });
    expect(alarms).toBe(0);
  },
  patience,
);

it.each([
  [10, 60],
  [100, 30],
  [1000, 10],
  [10_000, 5],
])(
  'raises no alarm over the load under wlc in a flood, %i connections a second that live %i s',
  (rate, life) => {
    const random = randomOf(rate + life);
    const places = destinations();
    const alarms = loadAlarms('wlc', places, () => {
      // All that come in a second come first, and what ends ends after them: less even than one after the other.
      fill(places, poisson(random, rate));
      for (const place of places) place.activeConn -= binomial(random, place.activeConn, 1 - Math.exp(-1 / life));
    });
    expect(alarms).toBe(0);
  },
  patience,
);

/** Seconds of a week in which the load would be called skewed. */
function loadAlarms(
  name: ReplayableScheduler,
  places: readonly ScheduledDestination[],
  pass: (second: number) => void,
): number {
  const shares = expectedShares(name, weights) as number[];
  let [alarms, kind] = [0, ''];
  for (let second = 1; second <= week; second++) {
    pass(second);
    ({ kind } = judgedLoad(effectiveCounts(name, places), shares, second, 60));
    if (kind === 'skewed') alarms++;
  }
  expect(kind).toBe('balanced');
  return alarms;
}

/** Gives each of so many connections to the least loaded, as water fills what is lowest. */
function fill(places: readonly ScheduledDestination[], more: number): void {
  const byLoad = places.toSorted((a, b) => a.activeConn / a.weight - b.activeConn / b.weight);
  let [weight, standing, level] = [0, 0, 0];
  for (const [index, place] of byLoad.entries()) {
    weight += place.weight;
    standing += place.activeConn;
    level = (standing + more) / weight;
    const next = byLoad[index + 1];
    if (!next || level <= next.activeConn / next.weight) break;
  }
  let left = more;
  for (const place of byLoad) {
    const part = Math.min(left, Math.max(0, Math.round(level * place.weight) - place.activeConn));
    place.activeConn += part;
    left -= part;
  }
  const [first] = byLoad;
  if (first) first.activeConn += left;
}
