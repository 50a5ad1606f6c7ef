import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seriesOf } from '../../domain/history/series.ts';
import { began, ExampleHistory, exampleTable, type firstDestination, listed, serviceKey } from './history.example.ts';

let site: ExampleHistory;
const minute = 60_000;
const hour = 60 * minute;

beforeEach(async () => {
  site = new ExampleHistory();
  await site.start();
  site.history.pushTable(exampleTable(2), 'boot-1');
  await site.pass(1, 0);
});
afterEach(() => site.remove());

const total = (points: (number | null)[]) => points.reduce<number>((sum, value) => sum + (value ?? 0), 0);
/** Connections of a destination from a moment until now, in steps of so many seconds. */
async function conns(from: number, step: number, series = site.series[0]): Promise<(number | null)[]> {
  const to = Math.ceil((site.now + 1) / (step * 1000)) * step * 1000;
  return listed(await site.points(from, to, (to - from) / (step * 1000), series), 'conns');
}

test('each tier tells the same connections, in memory and on disk', async () => {
  await site.pass(25 * 60, 3);
  for (const step of [10, 60, 600]) {
    const read = await conns(began, step);
    expect(read).toHaveLength(Math.ceil((25 * 60 + 2) / step));
    expect(total(read)).toBe(25 * 60 * 3);
  }
  const seconds = await conns(began + 16 * minute, 1);
  expect(seconds).toHaveLength(9 * 60 + 2);
  expect(new Set(seconds)).toEqual(new Set([3]));
});

describe('after it was', () => {
  test('stopped, nothing is lost, in the middle of a point of every tier', async () => {
    await site.pass(5 * 60 + 34, 3);
    await site.restart('stopped');
    await site.pass(10 * 60, 3);
    const read = [await conns(began, 10), await conns(began, 600)];
    // A second is lost for want of a sample before it.
    for (const points of read) expect(total(points)).toBe((5 * 60 + 34 + 10 * 60 - 1) * 3);
    expect(read[0]).not.toContain(null);
  });

  test('killed, at most the open minute and what waits for it is lost', async () => {
    await site.pass(5 * 60 + 50, 3);
    await site.restart('killed');
    await site.pass(10 * 60, 3);
    const read = await conns(began, 10);
    expect(read.flatMap((value, at) => (value === null ? [at] : []))).toEqual([30, 31, 32, 33, 34]);
    expect(total(read)).toBe((5 * 60 - 2 + 10 * 60 - 1) * 3);
  });
});

test('killed while a minute is being written: each destination has it wholly or not at all', async () => {
  site.history.pushTable(exampleTable(250), 'boot-1');
  await site.pass(130, 2);
  await site.db.$executeRawUnsafe(
    `CREATE TRIGGER killed BEFORE INSERT ON "HistoryBlock" WHEN NEW.series > 160 AND NEW.tier = 3
     BEGIN SELECT RAISE(ABORT, 'killed'); END`,
  );
  await site.pass(60, 2);
  const all = site.series;
  await site.restart('killed');
  await site.db.$executeRawUnsafe('DROP TRIGGER killed');
  const totals = new Set<string>();
  // The first two were there before the others.
  for (const series of all.slice(2)) {
    const tiers = await Promise.all([10, 60, 600].map((step) => conns(began, step, series)));
    totals.add(tiers.map(total).join(' '));
  }
  expect(totals).toEqual(new Set(['354 354 354', '234 234 234']));
  await site.pass(60, 2);
  expect(total(await conns(began, 10, all.at(-1)))).toBeGreaterThan(234);
});

test('what could not be written is written later, once', async () => {
  await site.db.$executeRawUnsafe(
    `CREATE TRIGGER full BEFORE INSERT ON "HistoryBlock" BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  );
  await site.pass(200, 3);
  expect(await site.db.historyBlock.count()).toBe(0);
  expect(total(await conns(began, 10))).toBe(600);
  await site.db.$executeRawUnsafe('DROP TRIGGER full');
  await site.pass(200, 3);
  expect(total(await conns(began, 10))).toBe(1200);
});

describe('a gap, and no line through it', () => {
  test('where counters were reset', async () => {
    await site.pass(100, 3);
    site.resetCounters();
    await site.pass(100, 3);
    const seconds = await conns(began, 1);
    expect(seconds.flatMap((value, at) => (value === null ? [at] : []))).toEqual([0, 1, 102]);
    expect(total(await conns(began, 10))).toBe(199 * 3);
  });

  test('where the director restarted', async () => {
    await site.pass(100, 3);
    site.now += 40_000;
    site.reboot('boot-2');
    await site.pass(100, 300);
    const tens = await conns(began, 10);
    expect(tens.flatMap((value, at) => (value === null ? [at] : []))).toEqual([10, 11, 12, 13]);
    expect(Math.max(...tens.slice(0, 10).map(Number))).toBe(30);
  });

  test('where the console was away for hours', async () => {
    await site.pass(30 * 60, 3);
    await site.restart('stopped');
    site.now += 3 * hour;
    await site.pass(30 * 60, 3);
    const read = await conns(began, 600);
    expect(read.map((value) => value === null).join()).toBe(
      [0, 0, 0, ...Array<number>(18).fill(1), 0, 0, 0, 0].map((gap) => gap === 1).join(),
    );
  });
});

test('a clock that was set back writes over the time that comes again, and goes on', async () => {
  await site.pass(30 * 60, 3);
  site.now -= 20 * minute;
  await site.pass(40 * 60, 7);
  const read = await conns(began, 60);
  expect(read).not.toContain(null);
  expect(read.slice(0, 10)).toEqual([174, ...Array<number>(9).fill(180)]);
  expect(read.slice(12, 48)).toEqual(Array<number>(36).fill(420));
});

test('a destination that never had numbers has gaps', async () => {
  await site.pass(70, 3);
  const other = seriesOf(serviceKey, '10.9.9.9:80' as typeof firstDestination);
  expect(new Set(await conns(began, 10, other))).toEqual(new Set([null]));
});
