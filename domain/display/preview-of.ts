import type { ServiceDefinition } from '../definition/service-definition.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { ipvsadmLine } from '../plan/ipvsadm-line.ts';
import type { Plan } from '../plan/plan.ts';
import { planChanges } from '../plan/plan-changes.ts';
import { isWithin } from '../plan/step-target.ts';
import { type Desired, desiredByDirector } from './desired-of.ts';
import { effectsOf } from './effects.ts';
import type { DirectorPreview, Effect, Preview } from './preview.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

/** Steps shown of one director's plan: the rest is counted, as nobody reads ten thousand lines. */
export const shownSteps = 500;

/**
 * What a change would do on each director, by the same plan that its agent will make, on the newest observation.
 *
 * `after` is the cluster as the change would leave it. Nothing is written. A new revision is planned for all alike,
 * also where one director goes first: all get it in the end. `only` confines it to places, as `stepTarget` names them.
 */
export function previewOf(
  before: ClusterRecord,
  after: ClusterRecord,
  at: number,
  only: ReadonlySet<string> | null = null,
): Extract<Preview, { ok: true }> {
  const was = desiredByDirector(before);
  const becomes = desiredByDirector(after.revision === before.revision ? after : { ...after, heldBack: null });
  const plans = after.directors.map((record) => ({ record, plan: planOn(record, becomes(record), only) }));
  const effects = after.directors.flatMap((record) => effectsOf(record, was(record), becomes(record)));
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
    confirm: confirmFor([...after.definition.services, ...before.definition.services], effects),
    removesAll: before.definition.services.length > 0 && after.definition.services.length === 0,
  };
}

function planOn(record: DirectorRecord, desired: Desired, only: ReadonlySet<string> | null): Plan | null {
  const { layout } = record.history;
  if (!layout) return null;
  const kernel = { services: layout.services, settings: record.facts };
  const plan = planChanges(desired.table, kernel, record.owned, desired.takeOver);
  return { ...plan, steps: plan.steps.filter((step) => isWithin(only, step)) };
}

/** The name to type for what can't be undone: live connections that end, or a service that nobody serves any more. */
function confirmFor(services: readonly ServiceDefinition[], effects: readonly Effect[]): string | null {
  const grave = effects.find(
    (effect) =>
      effect.kind === 'no-destination-serves' || (effect.kind === 'connections-lost' && effect.activeConn > 0),
  );
  if (!grave) return null;
  return services.find((service) => serviceKeyText(service.key) === grave.service)?.name ?? grave.service;
}
