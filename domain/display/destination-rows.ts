import { type Balance, balanceOf } from '../balance/balance.ts';
import type { ObservedHealth } from '../checks/health.ts';
import { placeText } from '../checks/out-by-health.ts';
import type { DesiredDestination, DesiredService } from '../desired/desired-table.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Destination, VirtualService } from '../lvs/table.ts';
import type { History } from '../observation/history.ts';
import { connRateAt, gaugeOf, placeOf, rateNow, sparklineEnds } from '../observation/rates.ts';
import { destinationDifferences } from '../plan/differences.ts';
import type { DestinationRow, DestinationState } from './destination-row.ts';
import type { DrainProgress } from './drain-progress.ts';
import { drainProgressOf } from './drain-progress-of.ts';
import type { DirectorRecord } from './records.ts';
import { returnProgressOf } from './return-progress-of.ts';
import type { Standing } from './standing.ts';

/** Points of a sparkline, one for each refresh of the kernel's counters. */
export const sparklinePoints = 45;
export const sparklineStep = 2_000;

/** Where each point of a sparkline ends, the same for all destinations of a director and looked for once a view. */
export type SparklineEnds = readonly (number | null)[];

export const sparklineEndsOf = (history: History, points = sparklinePoints): SparklineEnds =>
  sparklineEnds(history, points, sparklineStep);

/** The destinations of a service on one director: the desired ones in the definition's order, those that are cut, then what else stands. */
export function destinationRows(
  standing: Standing,
  desired: DesiredService | undefined,
  kernel: VirtualService | undefined,
  ends: SparklineEnds,
  realServerOf: (address: Destination['address']) => string,
): { rows: DestinationRow[]; balance: Balance | null } {
  const service = desired ?? kernel;
  if (!service) return { rows: [], balance: null };
  const balance =
    kernel && standing.known ? balanceOf(standing.record.history, standing.record.memory.shares, kernel) : null;
  const inKernel = new Map(kernel?.destinations.map((to) => [destinationKeyText(to), to]));
  const context: RowContext = { standing, service: serviceKeyText(service.key), defined: !!desired, balance, ends };
  const rows = [...(desired?.destinations ?? []), ...(desired?.cut ?? [])].map((wanted) => {
    const key = destinationKeyText(wanted);
    const standingThere = inKernel.get(key);
    inKernel.delete(key);
    return rowOf(context, key, wanted, standingThere, wanted.realServer);
  });
  for (const [key, left] of inKernel) rows.push(rowOf(context, key, undefined, left, realServerOf(left.address)));
  return { rows, balance };
}

interface RowContext {
  readonly standing: Standing;
  readonly service: ServiceKeyText;
  /** Whether the service itself is in the definition: a foreign service's destinations are not "not defined". */
  readonly defined: boolean;
  readonly balance: Balance | null;
  readonly ends: SparklineEnds;
}

function rowOf(
  context: RowContext,
  key: DestinationKeyText,
  wanted: DesiredDestination | undefined,
  kernel: Destination | undefined,
  realServer: string,
): DestinationRow {
  const { standing, service, ends } = context;
  const { history } = standing.record;
  const frame = standing.known ? history.latest : null;
  const place = placeOf(history.layout, service, key);
  const number = (field: 'activeConn' | 'inactConn' | 'persistConn') => (frame ? gaugeOf(frame, place, field) : null);
  const rate = (field: 'conns' | 'inBytes' | 'outBytes') => (frame ? rateNow(history, place, field) : null);
  const share = context.balance?.shares.get(key);
  // One of both is there, or there would be no row.
  const facts = (wanted ?? kernel) as Destination;
  const row = {
    key,
    address: facts.address,
    port: facts.port,
    realServer,
    forwarding: facts.forwarding,
    writtenWeight: wanted?.writtenWeight ?? null,
    effectiveWeight: wanted?.weight ?? null,
    kernelWeight: standing.known ? (kernel?.weight ?? null) : null,
    kernelForwarding: standing.known ? (kernel?.forwarding ?? null) : null,
    outBy: wanted?.outBy ?? [],
    health: standing.known ? healthOf(standing.record, placeText(service, key), wanted) : null,
    tunnel: facts.tunnel,
    upperThreshold: facts.upperThreshold,
    lowerThreshold: facts.lowerThreshold,
    expectedShare: share?.expected ?? null,
    gotShare: share?.got ?? null,
    activeConn: number('activeConn'),
    inactConn: number('inactConn'),
    persistConn: number('persistConn'),
    cps: rate('conns'),
    inRate: rate('inBytes'),
    outRate: rate('outBytes'),
    cpsHistory: ends.map((end) => (end === null ? null : rounded(connRateAt(history.frames, end, place)))),
  };
  const drain = wanted ? drainProgressOf(standing, { service, key, wanted, kernel, now: row }) : null;
  return {
    ...row,
    state: stateOf(context, wanted, kernel, drain),
    drain,
    returning: returnProgressOf(standing.desired.returns.of(service, key, realServer), wanted?.outBy ?? []),
  };
}

/** A destination's health now; null where the definition has no check for it. */
function healthOf(
  record: DirectorRecord,
  place: string,
  wanted: DesiredDestination | undefined,
): ObservedHealth | null {
  const health = wanted?.isChecked ? record.health.get(place) : undefined;
  return health ? { ...health, out: wanted?.outByHealth ?? false } : null;
}

function stateOf(
  { standing, defined }: RowContext,
  wanted: DesiredDestination | undefined,
  kernel: Destination | undefined,
  drain: DrainProgress | null,
): DestinationState {
  const { known, pending: way } = standing;
  if (!known) return { kind: 'unknown' };
  const pending: DestinationState | null = way && { kind: way };
  if (!wanted) {
    if (!defined) return kernel?.weight === 0 ? { kind: 'quiesced' } : { kind: 'serving' };
    return pending ?? { kind: 'not-defined' };
  }
  const isCut = drain?.mode === 'cut';
  if (isCut && kernel) return pending ?? { kind: 'not-defined' };
  if (!kernel) return isCut ? { kind: 'drained' } : (pending ?? { kind: 'missing' });
  const differences = destinationDifferences(kernel, wanted);
  if (differences.length > 0) return pending ?? { kind: 'drifted', differences };
  if (drain) return drainState(drain);
  if (wanted.outByHealth) return { kind: 'check-failed' };
  return { kind: wanted.weight === 0 ? 'quiesced' : 'serving' };
}

function drainState({ phase, activeConn, persistConn }: DrainProgress): DestinationState {
  if (phase === 'drained') return { kind: 'drained' };
  if (activeConn === null || persistConn === null || phase === 'confirmed') return { kind: 'sent' };
  return { kind: 'draining', activeConn, persistConn };
}

/** A rate with one decimal: sparklines of a thousand rows go to browsers every second. */
export const rounded = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 10) / 10);

/** The sum of what is known; null when nothing is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
