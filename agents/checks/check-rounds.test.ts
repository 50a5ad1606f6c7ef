import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkSchema } from '../../domain/checks/check.ts';
import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import { parseAddress } from '../../domain/lvs/address.ts';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { CheckRounds } from './check-rounds.ts';
import type { CheckedPlace } from './checked-places.ts';

const passed: CheckResult = { passed: true, outcome: { what: 'connected' } };

function placeOf(number: number, more: object = {}): CheckedPlace {
  const address = parseAddress(`10.0.${Math.floor(number / 250)}.${1 + (number % 250)}`);
  if (!address.ok) throw new Error(address.reason);
  const check = checkSchema.parse({ kind: 'tcp', interval: 5, ...more });
  const [service, destination] = ['TCP 10.1.0.1:80' as ServiceKeyText, `${address.value}:80` as DestinationKeyText];
  return { place: `${service} ${destination}`, service, destination, address: address.value, port: 80, check };
}

/** Rounds on a clock that the test moves; a probe ends when the test ends it, or at once. */
function atWork({ atOnce = true, random = Math.random } = {}) {
  let now = 0;
  const started: { place: CheckedPlace; at: number; end: () => void }[] = [];
  const ended: string[] = [];
  const rounds = new CheckRounds({
    now: () => now,
    random,
    ended: (place) => ended.push(place.place),
    probe: (target) =>
      new Promise((resolve) => {
        const end = () => resolve(passed);
        started.push({ place: target as CheckedPlace, at: now, end });
        if (atOnce) end();
      }),
  });
  const run = async (seconds: number) => {
    for (const until = now + seconds * 1000; now < until; ) {
      now += 100;
      rounds.tick();
      await turn();
    }
  };
  return { rounds, started, ended, run };
}

test('1,000 places are each checked once an interval, spread over it', async () => {
  const { rounds, started, run } = atWork();
  rounds.check(Array.from({ length: 1000 }, (_, number) => placeOf(number)));
  await run(20);
  started.length = 0;
  await run(5);
  expect(new Set(started.map(({ place }) => place.place)).size).toBe(1000);
  expect(started.length).toBeLessThanOrEqual(1010);
  const inTick = Map.groupBy(started, ({ at }) => at);
  // 20 on the average: a burst would be hundreds.
  expect(Math.max(...[...inTick.values()].map((all) => all.length))).toBeLessThan(60);
});

test('a place that takes long is not checked twice at once, and no more than 256 run', async () => {
  const { rounds, started, ended, run } = atWork({ atOnce: false, random: () => 0.5 });
  rounds.check(Array.from({ length: 400 }, (_, number) => placeOf(number)));
  await run(30);
  expect(rounds.running).toBe(256);
  expect(new Set(started.map(({ place }) => place.place)).size).toBe(256);
  for (const { end } of started.splice(0)) end();
  await run(1);
  expect(ended.length).toBe(256);
  // Those that waited come first.
  expect(started.slice(0, 144).every(({ place }) => !ended.includes(place.place))).toBe(true);
});

test('what is checked as before keeps its turn; what is not any more is not heard of', async () => {
  const { rounds, started, ended, run } = atWork({ atOnce: false, random: () => 0.5 });
  const [one, other, changed] = [placeOf(1), placeOf(2), placeOf(2, { timeout: 1 })];
  rounds.check([one, other]);
  await run(2.4);
  rounds.check([placeOf(1), changed]);
  await run(0.1);
  expect(started.map(({ place }) => place)).toEqual([one]);
  rounds.check([changed]);
  started[0]?.end();
  await run(3);
  expect(ended).toEqual([]);
  expect(started.map(({ place }) => place)).toEqual([one, changed]);
});
