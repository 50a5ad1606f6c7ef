import { setImmediate } from 'node:timers/promises';
import { blockLength, storedTiers, tenMinutes } from '../../domain/history/tiers.ts';
import type { Database } from '../db/database.ts';
import type { KnownSeries } from './known-series.ts';
import { forgetBlocks, forgetSeries } from './store.ts';

/** Blocks that one statement removes, and statements of one call: a bound on the time, and more than comes in. */
const together = 250;
const mostStatements = 100;
const day = 86_400_000;

/**
 * Removes blocks whose newest point is older than its tier is kept, and series that have none left.
 *
 * What is left after its bound is removed by the next call. The file doesn't shrink: what is free is written again.
 */
export async function forgetOld(db: Database, known: KnownSeries, now: number): Promise<void> {
  for (const tier of storedTiers) {
    const before = now - tier.kept - blockLength(tier);
    for (let statement = 0; statement < mostStatements; statement++) {
      if ((await forgetBlocks(db, tier, before, together)) < together) break;
      await setImmediate();
    }
  }
  if ((await forgetSeries(db, now - tenMinutes.kept - 2 * day)) > 0) known.forget();
}
