import { nobodyOut, type OutByHealth } from '../../domain/checks/out-by-health.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { isTableAction, type Plan } from '../../domain/plan/plan.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage, StepResult } from '../../domain/wire/messages.ts';
import type { Kernel } from '../ipvs/kernel.ts';
import { applySteps } from './apply-steps.ts';
import { type ObservedState, readState } from './read-state.ts';
import { namesSettings, planWanted, type Wanted, wantedBy } from './wanted.ts';

export type AppliedMessage = Extract<AgentMessage, { type: 'applied' }>;

export interface ApplyParts {
  readonly kernel: Pick<Kernel, 'readTable' | 'write' | 'readSettings' | 'writeSetting'>;
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number;
  /** Keeps ownership on disk; called before the first write, with what is about to be ours too. */
  readonly keepOwned: (owned: ReadonlySet<ServiceKeyText>) => void;
  readonly onSteps: (total: number, results: readonly StepResult[]) => void;
}

export interface Applied {
  readonly message: AppliedMessage;
  readonly owned: ReadonlySet<ServiceKeyText>;
  /** Whether anything but the table was to be written. */
  readonly settingsToo: boolean;
  /** Defined sysctls that this kernel doesn't have. */
  readonly unsupported: Plan['unsupported'];
}

/**
 * Makes a kernel what an intent wants, settings first and then its table, and reads it back.
 *
 * Ownership is kept before anything is written: a crash in between must not leave services that nobody owns. Services
 * that were removed leave it once they are gone. A kernel that can't be read is a failure with nothing written.
 */
export async function applyIntent(
  parts: ApplyParts,
  intent: Intent,
  ownedBefore: ReadonlySet<ServiceKeyText>,
  outByHealth: OutByHealth = nobodyOut,
): Promise<Applied> {
  const started = parts.now();
  const wanted = wantedBy(intent, outByHealth);
  const before = await readState(parts.kernel, namesSettings(wanted) ? 'read' : null);
  const plan = before && planWanted(wanted, before, ownedBefore);
  let owned = new Set(ownedBefore);
  let results: readonly StepResult[] = [];
  if (plan) {
    owned = ownedWith(plan, wanted, ownedBefore);
    parts.keepOwned(owned);
    results = await applySteps(parts.kernel, plan.steps, (ended) => parts.onSteps(plan.steps.length, ended));
  }
  const after = plan && (await readBack(parts.kernel, plan, before));
  if (after) forgetGone(owned, wanted, after);
  const failed = results.filter((result) => result.outcome === 'failed').length;
  return {
    owned,
    settingsToo: plan?.steps.some((step) => !isTableAction(step)) ?? false,
    unsupported: plan?.unsupported ?? [],
    message: {
      type: 'applied',
      generation: intent.generation,
      outcome: plan && failed === 0 ? 'applied' : 'failed',
      total: results.length,
      failed,
      readBack: agreement(wanted, after, owned),
      foreign: plan ? [...plan.foreign] : [],
      took: Math.max(0, parts.now() - started),
    },
  };
}

/** What stands after a plan. What it didn't write needn't be read again. */
export async function readBack(
  kernel: ApplyParts['kernel'],
  { steps }: Pick<Plan, 'steps'>,
  before: ObservedState,
): Promise<ObservedState | null> {
  if (steps.length === 0) return before;
  return readState(kernel, steps.every(isTableAction) ? before.settings : 'read');
}

/** Whether what was read is as wanted, in all that is ours and that may be changed. */
export function agreement(
  wanted: Wanted,
  state: ObservedState | null,
  owned: ReadonlySet<ServiceKeyText>,
): AppliedMessage['readBack'] {
  if (!state) return 'unread';
  return planWanted(wanted, state, owned).steps.length === 0 ? 'agrees' : 'differs';
}

/** What is ours once a plan begins: every desired service that isn't somebody else's, or that `only` lets us touch. */
function ownedWith(plan: Plan, { desired, only }: Wanted, before: ReadonlySet<ServiceKeyText>): Set<ServiceKeyText> {
  const owned = new Set(before);
  const touched = new Set(plan.steps.filter(isTableAction).map((step) => serviceKeyText(step.service)));
  for (const service of desired.services) {
    const key = serviceKeyText(service.key);
    if (!only || only.has(key) || touched.has(key)) owned.add(key);
  }
  for (const key of plan.foreign) owned.delete(key);
  return owned;
}

function forgetGone(owned: Set<ServiceKeyText>, { desired }: Wanted, after: ObservedState): void {
  const wanted = new Set(desired.services.map((service) => serviceKeyText(service.key)));
  const standing = new Set(after.services.map((service) => serviceKeyText(service.key)));
  for (const key of [...owned]) if (!wanted.has(key) && !standing.has(key)) owned.delete(key);
}
