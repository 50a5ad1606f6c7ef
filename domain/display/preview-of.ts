import { ipvsadmLine } from '../plan/ipvsadm-line.ts';
import { planChanges } from '../plan/plan-changes.ts';
import { effectsOf } from './effects.ts';
import type { DirectorPreview, Effect, Preview } from './preview.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';
import { type Desired, desiredOf } from './standing.ts';

/** Steps shown of one director's plan: the rest is counted, as nobody reads ten thousand lines. */
export const shownSteps = 500;

/**
 * What a change would do on each director, by the same plan that its agent will make, on the newest observation.
 *
 * `after` is the cluster as the change would leave it. Nothing is written.
 */
export function previewOf(before: ClusterRecord, after: ClusterRecord, at: number): Extract<Preview, { ok: true }> {
  const was = desiredOf(before);
  const becomes = desiredOf(after);
  const plans = after.directors.map((record) => planOn(record, becomes, after));
  const effects = after.directors.flatMap((record) => effectsOf(record, was, becomes));
  return {
    ok: true,
    directors: plans.map(
      ({ record, plan }): DirectorPreview => ({
        director: record.name,
        simulated: record.simulated,
        observationAge: record.history.latest ? Math.max(0, at - record.history.latest.receivedAt) : null,
        steps: (plan?.steps ?? [])
          .slice(0, shownSteps)
          .map((step) => ({ line: ipvsadmLine(step), reason: step.reason })),
        totalSteps: plan?.steps.length ?? 0,
      }),
    ),
    effects,
    foreign: [...new Set(plans.flatMap(({ plan }) => plan?.foreign ?? []))],
    confirm: confirmFor(was, becomes, effects),
    removesAll: was.byKey.size > 0 && becomes.byKey.size === 0,
  };
}

function planOn(record: DirectorRecord, desired: Desired, cluster: ClusterRecord) {
  const { layout } = record.history;
  return {
    record,
    plan: layout
      ? planChanges(
          desired.table,
          { services: layout.services, settings: record.facts },
          record.owned,
          cluster.takeOver,
        )
      : null,
  };
}

/** The name to type for what can't be undone: live connections that end, or a service that nobody serves any more. */
function confirmFor(was: Desired, becomes: Desired, effects: readonly Effect[]): string | null {
  const grave = effects.find(
    (effect) =>
      effect.kind === 'no-destination-serves' || (effect.kind === 'connections-lost' && effect.activeConn > 0),
  );
  return grave ? ((becomes.byKey.get(grave.service) ?? was.byKey.get(grave.service))?.name ?? grave.service) : null;
}
