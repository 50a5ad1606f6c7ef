import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeBlock } from '../../domain/history/block-codec.ts';
import { Points } from '../../domain/history/points.ts';
import { blockStarts, storedTiers, tenMinutes, tenSeconds } from '../../domain/history/tiers.ts';
import { forgetOld } from './forget-old.ts';
import { began, ExampleHistory, exampleTable } from './history.example.ts';
import { findBlocks, writeBlocks } from './store.ts';

let site: ExampleHistory;
const day = 86_400_000;

beforeEach(async () => {
  site = new ExampleHistory();
  await site.start();
});
afterEach(() => site.remove());

/** So many days of some series in every tier, without numbers in them. */
async function writeDays(days: number, series = 2): Promise<void> {
  const points = encodeBlock(new Points(1));
  for (const tier of storedTiers) {
    const starts = blockStarts(tier, began - days * day, began);
    const blocks = starts.flatMap((start) =>
      Array.from({ length: series }, (_, index) => ({ tier: tier.number, start, series: index + 1, points })),
    );
    for (let from = 0; from < blocks.length; from += 1000) await writeBlocks(site.db, blocks.slice(from, from + 1000));
  }
}

const oldest = async (tier: number) =>
  ((await site.db.historyBlock.aggregate({ where: { tier }, _min: { start: true } }))._min.start ?? 0) * 60_000;

test('each tier is kept as long as is said, and no longer', async () => {
  await writeDays(40);
  await forgetOld(site.db, site.collector.known, began);
  for (const tier of storedTiers.slice(0, 2)) {
    expect(await oldest(tier.number)).toBeLessThanOrEqual(began - tier.kept);
    expect(await oldest(tier.number)).toBeGreaterThan(began - tier.kept - 2 * tier.step * tier.points);
  }
  expect(await oldest(tenMinutes.number)).toBe(began - 40 * day);
  await forgetOld(site.db, site.collector.known, began + 340 * day);
  expect(await oldest(tenMinutes.number)).toBeGreaterThanOrEqual(began - 26.5 * day);
  const counts = await Promise.all(
    storedTiers.map(({ number }) => site.db.historyBlock.count({ where: { tier: number } })),
  );
  expect(counts.slice(0, 2)).toEqual([0, 0]);
});

test('one call removes a bounded number, and the next ones the rest', async () => {
  await writeDays(60, 4);
  await forgetOld(site.db, site.collector.known, began + 400 * day);
  expect(await site.db.historyBlock.count({ where: { tier: tenSeconds.number } })).toBe(60 * 144 * 4 - 25_000);
  for (let call = 0; call < 5; call++) await forgetOld(site.db, site.collector.known, began + 400 * day);
  expect(await site.db.historyBlock.count()).toBe(0);
});

test('a series without blocks is forgotten, and known anew when it has numbers again', async () => {
  site.history.pushTable(exampleTable(1), 'boot-1');
  await site.pass(70, 1);
  expect((await site.collector.known.of(site.director)).size).toBe(2);
  await forgetOld(site.db, site.collector.known, began + 400 * day);
  expect(await site.db.historySeries.count()).toBe(0);
  await site.pass(70, 1);
  const [series] = (await site.collector.known.of(site.director)).values();
  expect(await findBlocks(site.db, tenMinutes, [began], [series?.id ?? 0])).toHaveLength(1);
});
