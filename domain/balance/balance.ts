import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { type History, numberOf } from '../observation/history.ts';
import { expectedShares, type ShareBasis, shareBasis } from './expected-shares.ts';
import { effectiveCounts, loadOf } from './load.ts';
import { judgedLoad } from './load-judgement.ts';
import type { Judgement } from './share-test.ts';
import type { ShareTests } from './share-tests.ts';
import { type Spread, spreadOf } from './spread.ts';
import type { BalanceVerdict } from './verdict.ts';

/** Connections never move: a destination that has just come gets its load only as they end. Seconds. */
const loadSettles = 60;

export interface Balance {
  readonly verdict: BalanceVerdict;
  readonly basis: ShareBasis;
  readonly shares: ReadonlyMap<DestinationKeyText, Share>;
  /** Of the destinations that serve; null where nothing came or nothing is to balance. */
  readonly spread: Spread | null;
}

/** 0–1; null where nothing is promised or too little came to speak of a share. */
export interface Share {
  readonly expected: number | null;
  readonly got: number | null;
  /** New connections in the window that was judged, or the load now, in active connections. */
  readonly count: number;
}

/**
 * How the connections of a service fell on its destinations, next to what its scheduler and weights promise.
 *
 * New connections are judged by a test that goes on all the time (ShareTest); load, where the scheduler looks at load, by
 * what stands now.
 */
export function balanceOf(history: History, tests: ShareTests, service: VirtualService): Balance {
  const basis = shareBasis(service.scheduler);
  const key = serviceKeyText(service.key);
  const stretch = tests.of(key);
  const frame = history.latest;
  const keys = service.destinations.map(destinationKeyText);
  const promised = expectedShares(
    service.scheduler,
    service.destinations.map((to) => to.weight),
  );
  const counts = new Map<DestinationKeyText, number>();
  let judged: Judgement | null = null;
  if (basis === 'load' && frame?.table.serviceByKey.has(key)) {
    const gauges = (stretch?.serving ?? []).map((to) => ({
      activeConn: numberOf(frame, key, to, 'activeConn') ?? 0,
      inactConn: numberOf(frame, key, to, 'inactConn') ?? 0,
    }));
    for (const [index, to] of (stretch?.serving ?? []).entries()) {
      const gauge = gauges[index];
      if (gauge) counts.set(to, loadOf(service.scheduler, gauge.activeConn, gauge.inactConn));
    }
    if (stretch?.test) {
      const { seconds } = stretch.test;
      judged = judgedLoad(effectiveCounts(service.scheduler, gauges), stretch.shares, seconds, loadSettles);
    }
  } else if (stretch?.test) {
    judged = stretch.test.judgement;
    for (const [index, to] of stretch.serving.entries()) counts.set(to, judged.counts[index] ?? 0);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shares = new Map(
    keys.map((to, index): [DestinationKeyText, Share] => {
      const count = counts.get(to) ?? 0;
      const came = counts.has(to) && total > 0;
      return [to, { expected: promised[index] ?? null, got: came ? count / total : null, count }];
    }),
  );
  const spread = stretch ? spreadOf([...counts.values()], stretch.shares) : null;
  return { verdict: verdictOf(judged, stretch?.shares ?? null), basis, shares, spread };
}

/** Shares that differ by less than this part are alike. */
const alike = 0.01;

function verdictOf(judged: Judgement | null, shares: readonly number[] | null): BalanceVerdict {
  if (!shares) return { kind: 'unknown' };
  if (shares.length < 2) return { kind: 'nothing-to-balance' };
  if (!judged || judged.seconds === 0) return { kind: 'unknown' };
  const { kind, seconds, pValue } = judged;
  const connections = Math.round(judged.connections);
  if (kind === 'skewed') return { kind, connections, seconds, pValue };
  const unequal = Math.max(...shares) > Math.min(...shares) * (1 + alike);
  return { kind: kind === 'balanced' && unequal ? 'as-configured' : kind, connections, seconds };
}
