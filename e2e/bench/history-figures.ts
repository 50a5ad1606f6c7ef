import { performance } from 'node:perf_hooks';
import { storedTiers, tenMinutes } from '../../domain/history/tiers.ts';
import { ExampleHistory, exampleTable } from '../../server/history/history.example.ts';
import { writeBlocks } from '../../server/history/store.ts';
import { likelyBlocks } from '../../server/history/year.example.ts';
import type { Figure } from './figure.ts';

const day = 86_400_000;
/** New connections a second, at noon, of the destinations that are measured: most are quiet, some are not. */
const rates = [0.01, 0.1, 0.5, 1, 5, 20, 100, 500];

/** What history costs on disk, and how long a year of it takes to read: everything that is kept of some destinations. */
export async function historyFigures(onProgress: (what: string) => void): Promise<Figure[]> {
  onProgress('a year of history');
  const site = new ExampleHistory();
  try {
    await site.start();
    site.history.pushTable(exampleTable(rates.length), 'boot-1');
    const known = await site.collector.known.with(site.director, site.series, site.now);
    const before = await settledBytes(site);
    for (const tier of storedTiers) {
      const blocks = [...known.values()].flatMap(({ id }, index) => [
        ...likelyBlocks(tier, site.now - tier.kept, site.now, id, rates[index] ?? 1),
      ]);
      // In the order in which they would have come.
      blocks.sort((a, b) => a.start - b.start);
      for (let from = 0; from < blocks.length; from += 500) await writeBlocks(site.db, blocks.slice(from, from + 500));
    }
    const bytes = ((await settledBytes(site)) - before) / rates.length;
    const began = performance.now();
    const points = await site.points(site.now - tenMinutes.kept + day, site.now, 500);
    const took = performance.now() - began;
    return [
      {
        name: 'history of one destination on disk, a year',
        value: `${(bytes / 1e6).toFixed(2)} MB`,
        goal: null,
        behind: `all tiers, ${rates.length} destinations with ${rates[0]} to ${rates.at(-1)} connections/s`,
      },
      {
        name: 'a year of one destination, read',
        value: `${took.toFixed(0)} ms`,
        goal: { text: '≤ 1000 ms', met: took <= 1000 },
        behind: `${points.count} points of ${Math.round(tenMinutes.kept / tenMinutes.step)}`,
      },
    ];
  } finally {
    await site.remove();
  }
}

async function settledBytes(site: ExampleHistory): Promise<number> {
  await site.db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
  return site.bytesOnDisk;
}
