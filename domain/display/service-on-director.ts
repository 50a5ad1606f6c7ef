import type { ServiceKeyText } from '../lvs/service-key.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';
import type { DestinationRow, DestinationState } from './destination-row.ts';
import { destinationRows, type SparklineEnds, sumKnown } from './destination-rows.ts';
import type { Standing } from './standing.ts';
import type { ServiceOnDirector, Totals } from './views.ts';

/** A virtual service as one director has it, set against the definition. */
export function serviceOnDirector(standing: Standing, key: ServiceKeyText, ends: SparklineEnds): ServiceOnDirector {
  const { record, known, desired } = standing;
  const wanted = desired.byKey.get(key);
  const kernel = record.history.layout?.serviceByKey.get(key);
  const { rows, balance } = destinationRows(standing, wanted, kernel, ends, desired.realServerOf);
  const identity = (wanted ?? kernel)?.key;
  const addresses = known ? record.facts?.addresses : undefined;
  const quiescent = record.facts?.sysctls.expire_quiescent_template;
  return {
    director: standing.head,
    owned: record.owned.has(key),
    kernelConfig: known && kernel ? ipvsadmConfigText(kernel.key, kernel) : null,
    verdict: balance?.verdict ?? { kind: 'unknown' },
    spread: balance?.spread ?? null,
    vipActive: identity?.kind === 'address' && addresses ? addresses.includes(identity.address) : null,
    expireQuiescentTemplate: quiescent === undefined ? null : quiescent !== 0,
    destinations: rows,
    totals: totalsOf(rows),
  };
}

export const totalsOf = (rows: readonly DestinationRow[]): Totals => ({
  activeConn: sumKnown(rows.map((row) => row.activeConn)),
  inactConn: sumKnown(rows.map((row) => row.inactConn)),
  persistConn: sumKnown(rows.map((row) => row.persistConn)),
  cps: sumKnown(rows.map((row) => row.cps)),
  inRate: sumKnown(rows.map((row) => row.inRate)),
  outRate: sumKnown(rows.map((row) => row.outRate)),
});

/** Which of several states says the most about a real server that has them all: what needs a person comes first. */
const weightiest: readonly DestinationState['kind'][] = [
  'drifted',
  'missing',
  'check-failed',
  'not-defined',
  'requested',
  'sent',
  'draining',
  'drained',
  'quiesced',
  'serving',
  'unknown',
];

export function weightiestState(states: readonly DestinationState[]): DestinationState {
  const sorted = states.toSorted((a, b) => weightiest.indexOf(a.kind) - weightiest.indexOf(b.kind));
  const first = sorted[0] ?? { kind: 'unknown' };
  if (first.kind !== 'draining') return first;
  const draining = states.filter((state) => state.kind === 'draining');
  return {
    kind: 'draining',
    activeConn: draining.reduce((sum, state) => sum + state.activeConn, 0),
    persistConn: draining.reduce((sum, state) => sum + state.persistConn, 0),
  };
}
