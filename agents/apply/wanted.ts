import { nobodyOut, type OutByHealth } from '../../domain/checks/out-by-health.ts';
import { type DesiredTable, desiredTable } from '../../domain/desired/desired-table.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type KernelState, planChanges } from '../../domain/plan/plan-changes.ts';
import { isWithin } from '../../domain/plan/step-target.ts';
import type { Intent } from '../../domain/wire/intent.ts';

/** What an intent asks of a kernel, worked out once for all that is planned from it. */
export interface Wanted {
  readonly desired: DesiredTable;
  readonly takeOver: ReadonlySet<ServiceKeyText>;
  /** What may be changed, as `stepTarget` names it; null is everything. */
  readonly only: ReadonlySet<string> | null;
}

/** `outByHealth` are the destinations that this director's own checks took out. */
export const wantedBy = (intent: Intent, outByHealth: OutByHealth = nobodyOut): Wanted => ({
  desired: desiredTable(intent.definition, intent.overlays, intent.accepted, outByHealth),
  takeOver: new Set(intent.takeOver),
  only: intent.only && new Set(intent.only),
});

/** The steps to what is wanted, from what a kernel has; those alone that are within `only`. */
export function planWanted(wanted: Wanted, state: KernelState, owned: ReadonlySet<ServiceKeyText>): Plan {
  const plan = planChanges(wanted.desired, state, owned, wanted.takeOver);
  if (!wanted.only) return plan;
  return { ...plan, steps: plan.steps.filter((step) => isWithin(wanted.only, step)) };
}

/** Whether a definition says anything about how a kernel is set: otherwise its settings needn't be read. */
export const namesSettings = ({ desired: { settings } }: Wanted): boolean =>
  Object.keys(settings.sysctls).length > 0 || Object.values(settings.timeouts).some((seconds) => seconds !== null);
