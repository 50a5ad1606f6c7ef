import { describe, expect, it } from 'vitest';
import { ShareTest } from './share-test.ts';
import { arrivalsOf, drawn, randomOf } from './traffic.example.ts';

const week = 604_800;
const shares = [0.25, 0.25, 0.5];

interface Second {
  readonly at: number;
  readonly counts: readonly number[];
}

/** Alarms that begin while `traffic` comes, and the connections that had come when the first one did. */
function judge(test: ShareTest, traffic: Iterable<Second>, fairConnections = 0) {
  let [alarms, connections, foundAfter] = [0, 0, Number.POSITIVE_INFINITY];
  let skewed = false;
  let counts = new Float64Array(0);
  for (const { at, counts: more } of traffic) {
    counts = Float64Array.from(more, (count, index) => count + (counts[index] ?? 0));
    connections += more.reduce((sum, count) => sum + count, 0);
    test.feed(at, counts);
    const now = test.judgement.kind === 'skewed';
    if (now && !skewed) alarms++;
    if (now && connections > fairConnections) foundAfter = Math.min(foundAfter, connections - fairConnections);
    skewed = now;
  }
  return { alarms, foundAfter };
}

/** A look every `step` seconds. */
function* steady(rate: number, seconds: number, step: number, seed: number, by = shares, from = 0): Generator<Second> {
  const random = randomOf(seed);
  for (let at = from + step; at <= from + seconds; at += step) yield { at, counts: drawn(random, rate * step, by) };
}

describe('a week of fair traffic gives no alarm', () => {
  // Thin traffic is looked at when a connection comes: the seconds between them add no evidence to any window.
  it.each([0.01, 0.1])('at %f connections a second', (rate) => {
    const test = new ShareTest(shares, 0.05);
    expect(judge(test, arrivalsOf(randomOf(7), rate, week, shares)).alarms).toBe(0);
    expect(test.judgement.kind).toBe('balanced');
  });

  it.each([1, 10, 100, 1000, 10_000])(
    'at %i connections a second, looked at every second',
    (rate) => {
      const test = new ShareTest(shares, 0.05);
      expect(judge(test, steady(rate, week, 1, rate)).alarms).toBe(0);
      expect(test.judgement.kind).toBe('balanced');
    },
    300_000,
  );
});

it('keeps false alarms to the stated rate where that rate is high enough to be counted', () => {
  const weeks = 30;
  let alarmed = 0;
  for (let seed = 1; seed <= weeks; seed++) {
    // All misplacement is worth saying here, so that the mathematics stand alone.
    const test = new ShareTest(shares, 0, 0.3);
    if (judge(test, arrivalsOf(randomOf(seed), 0.005, week, shares)).alarms > 0) alarmed++;
  }
  expect(alarmed / weeks).toBeLessThanOrEqual(0.3);
}, 60_000);

describe('a skew is found', () => {
  const four = [0.25, 0.25, 0.25, 0.25];
  it.each([
    ['one of two with 1.5 times its share', [0.5, 0.5], [0.75, 0.25], 400],
    ['all on one of two', [0.5, 0.5], [1, 0], 60],
    ['one of four with 1.5 times its share', four, [0.375, 0.625 / 3, 0.625 / 3, 0.625 / 3], 1500],
    ['one of four with 3 times its share', four, [0.75, 0.25 / 3, 0.25 / 3, 0.25 / 3], 120],
    ['all on one of four', four, [1, 0, 0, 0], 40],
  ])(
    '%s, in so many connections',
    (_, promised, got, within) => {
      for (let seed = 1; seed <= 10; seed++) {
        const atOnce = judge(new ShareTest(promised, 0.05), steady(5, 600, 1, seed, got));
        expect(atOnce.foundAfter).toBeLessThanOrEqual(within);
        // After a day of fair traffic a skew is asked more evidence of, as each look of that day could have been wrong.
        const test = new ShareTest(promised, 0.05);
        let fair = 0;
        const day = [...steady(5, 86_400, 10, seed + 100, promised)];
        for (const { counts } of day) fair += counts.reduce((sum, count) => sum + count, 0);
        const later = judge(test, [...day, ...steady(5, 900, 1, seed, got, 86_400)], fair);
        expect(later.foundAfter).toBeLessThanOrEqual(within);
      }
    },
    60_000,
  );
});

it('says that a skew is over soon after traffic is fair again', () => {
  const test = new ShareTest([0.5, 0.5], 0.05);
  judge(test, steady(10, 7200, 1, 1, [0.9, 0.1]));
  expect(test.judgement.kind).toBe('skewed');
  judgeOn(test, [0.9 * 72_000, 0.1 * 72_000], 7200, 60);
  expect(test.judgement.kind).toBe('balanced');
});

function judgeOn(test: ShareTest, base: readonly number[], from: number, seconds: number): void {
  for (let second = 1; second <= seconds; second++)
    test.feed(
      from + second,
      Float64Array.from(base, (count) => count + 5 * second),
    );
}
