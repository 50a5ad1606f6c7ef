import { encodeBlock } from '../../domain/history/block-codec.ts';
import { Points } from '../../domain/history/points.ts';
import { roundedPoints } from '../../domain/history/roll-up.ts';
import { blockLength, type Tier } from '../../domain/history/tiers.ts';
import type { StoredBlock } from './store.ts';

/** Random numbers that are the same in every run (mulberry32), 0 … 1. */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number of a Poisson distribution, by its normal approximation where it is large. */
function poisson(mean: number, random: () => number): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + normal * Math.sqrt(mean)));
  }
  let [count, left] = [0, Math.exp(-mean)];
  for (let product = random(); product > left; product *= random()) count++;
  return count;
}

/**
 * What a destination's numbers are like in so many steps: connections that come by chance at a rate which follows the
 * day and the week, each with its own packets and bytes; as many stand as came in the last minute or so.
 *
 * `busiest` is new connections a second at noon of a working day. All else is as random as chance makes it.
 */
export function likelyPoints(
  start: number,
  step: number,
  count: number,
  busiest: number,
  random: () => number,
): Points {
  const points = new Points(count);
  const seconds = step / 1000;
  for (let point = 0; point < count; point++) {
    const at = (start + point * step) / 86_400_000;
    const weekend = Math.floor(at + 4) % 7 >= 5 ? 0.4 : 1;
    const rate = busiest * weekend * (0.55 - 0.45 * Math.cos(2 * Math.PI * at)) * (0.9 + 0.2 * random());
    const conns = poisson(rate * seconds, random);
    const packets = Math.round(conns * (8 + random()));
    const active = poisson(rate * 3, random);
    const row = {
      ...{ covered: seconds * 100, activeConn: active * 10 + Math.floor(random() * 10), conns },
      ...{ activePeak: poisson(Math.sqrt(active) + 1, random), inactConn: poisson(rate * 60, random) * 10 },
      ...{ persistConn: poisson(rate * 20, random) * 10, inPackets: packets, outPackets: Math.round(packets * 1.3) },
      ...{
        inBytes: packets * 90 + Math.floor(random() * 1000),
        outBytes: Math.round(packets * (700 + random() * 300)),
      },
    };
    for (const [column, value] of Object.entries(row)) points.set(column as keyof typeof row, point, value);
  }
  return points;
}

/** The blocks of a tier of one series from a moment on: its numbers as they would have been rolled up. */
export function* likelyBlocks(
  tier: Tier,
  from: number,
  to: number,
  series: number,
  busiest: number,
): Generator<StoredBlock, void> {
  const random = repeatable(series * 7 + tier.number);
  const length = blockLength(tier);
  for (let start = Math.ceil(from / length) * length; start < to; start += length) {
    const points = roundedPoints(likelyPoints(start, tier.step, tier.points, busiest, random));
    yield { tier: tier.number, start, series, points: encodeBlock(points) };
  }
}
