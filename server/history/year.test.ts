import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeBlock } from '../../domain/history/block-codec.ts';
import { directorTotal } from '../../domain/history/series.ts';
import { tenMinutes } from '../../domain/history/tiers.ts';
import { began, ExampleHistory, exampleTable, listed } from './history.example.ts';
import { writeBlocks } from './store.ts';
import { likelyBlocks } from './year.example.ts';

let site: ExampleHistory;
const day = 86_400_000;

beforeEach(async () => {
  site = new ExampleHistory();
  await site.start();
});
afterEach(() => site.remove());

const total = (list: readonly (number | null)[]) => list.reduce<number>((sum, value) => sum + (value ?? 0), 0);

test('a year is read in a few hundred points, with every connection of it', async () => {
  site.history.pushTable(exampleTable(2), 'boot-1');
  const known = await site.collector.known.with(site.director, site.series, began);
  const from = began - 365 * day - (began % day);
  let conns = 0;
  for (const { id, destination } of known.values()) {
    const blocks = [...likelyBlocks(tenMinutes, from, began, id, 2)];
    for (let at = 0; at < blocks.length; at += 500) await writeBlocks(site.db, blocks.slice(at, at + 500));
    if (destination !== site.series[0]?.destination) continue;
    for (const { points } of blocks) conns += total(listed(decodeBlock(points, tenMinutes.points), 'conns'));
  }
  const points = await site.points(from, began, 400);
  expect(points.count).toBe(366);
  expect(conns).toBeGreaterThan(10_000_000);
  expect(total(listed(points, 'conns'))).toBe(conns);
  expect(total(listed(points, 'covered'))).toBe((began - from) / 10);
});

test('the total of a director is on disk beside its destinations', async () => {
  site.history.pushTable(exampleTable(30), 'boot-1');
  await site.pass(200, 2);
  await site.restart('stopped');
  const points = await site.points(began, began + 240_000, 24, directorTotal);
  // The first sample has none before it.
  expect(total(listed(points, 'conns'))).toBe(199 * 2 * 30);
});
