import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import type { History } from '../observation/history.ts';
import { gaugeOf, placeOf, riseOf } from '../observation/rates.ts';
import { chiSquareP } from './chi-square.ts';
import { expectedShares, type ShareBasis, shareBasis } from './expected-shares.ts';
import { trafficWindow } from './traffic-window.ts';
import type { BalanceVerdict } from './verdict.ts';

/** Below this chance a deviation is called skew. Small, because every service is tested once a second. */
const significance = 1e-6;

/** Between this chance and `significance` nobody knows yet: neither skew nor balance is said. */
const doubt = 0.05;

/** Share of the connections that must be in the wrong place: a large sample makes trifles significant. */
const worthSaying = 0.05;

/** Pearson's test is good where each expected count is at least this. */
const leastExpected = 5;

/** Connections never move: a destination that has just come gets its load only as they end. Seconds. */
const loadSettles = 60;

export interface Balance {
  readonly verdict: BalanceVerdict;
  readonly basis: ShareBasis;
  readonly shares: ReadonlyMap<DestinationKeyText, Share>;
}

/** 0–1; null where nothing is promised or too little came to speak of a share. */
export interface Share {
  readonly expected: number | null;
  readonly got: number | null;
  readonly count: number;
}

/** How the connections of a service fell on its destinations, next to what its scheduler and weights promise. */
export function balanceOf(history: History, service: VirtualService): Balance {
  const basis = shareBasis(service.scheduler);
  const key = serviceKeyText(service.key);
  const window = trafficWindow(history, key);
  const latest = history.latest;
  const expected = expectedShares(
    service.scheduler,
    service.destinations.map((to) => to.weight),
  );
  const counts = service.destinations.map((to) => {
    const place = placeOf(history.layout, key, destinationKeyText(to));
    if (basis === 'load') return latest ? gaugeOf(latest, place, 'activeConn') : null;
    return window ? riseOf(window, place, 'conns') : null;
  });
  const known = counts.every((count) => count !== null);
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const shares = new Map(
    service.destinations.map((to, index): [DestinationKeyText, Share] => [
      destinationKeyText(to),
      {
        expected: expected[index] ?? null,
        got: known && total > 0 ? (counts[index] ?? 0) / total : null,
        count: counts[index] ?? 0,
      },
    ]),
  );
  const seconds = window?.seconds ?? 0;
  const verdict: BalanceVerdict =
    !known || !latest
      ? { kind: 'unknown' }
      : basis === 'load' && seconds < loadSettles
        ? { kind: 'too-little-traffic', connections: total, seconds }
        : verdictOf(counts as number[], expected, total, seconds);
  return { verdict, basis, shares };
}

function verdictOf(
  counts: readonly number[],
  expected: readonly (number | null)[],
  connections: number,
  seconds: number,
): BalanceVerdict {
  const serving = counts.flatMap((count, index) => {
    const share = expected[index];
    return share ? [{ count, share }] : [];
  });
  if (serving.length < 2) return { kind: 'nothing-to-balance' };
  // Connections to a quiesced destination follow persistence; what the serving ones share is the rest.
  const shared = serving.reduce((sum, { count }) => sum + count, 0);
  if (serving.some(({ share }) => share * shared < leastExpected))
    return { kind: 'too-little-traffic', connections, seconds };
  const pValue = chiSquareP(
    serving.map(({ count }) => count),
    serving.map(({ share }) => share * shared),
  );
  const misplaced = serving.reduce((sum, { count, share }) => sum + Math.abs(count / shared - share), 0) / 2;
  if (misplaced < worthSaying || pValue >= doubt) return { kind: 'balanced', connections, seconds };
  if (pValue < significance) return { kind: 'skewed', connections, seconds, pValue };
  return { kind: 'too-little-traffic', connections, seconds };
}
