import { desiredTable } from '../../domain/desired/desired-table.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planChanges } from '../../domain/plan/plan-changes.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage, StepResult } from '../../domain/wire/messages.ts';
import type { Kernel } from '../ipvs/kernel.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { applySteps } from './apply-steps.ts';

export type AppliedMessage = Extract<AgentMessage, { type: 'applied' }>;

export interface ApplyParts {
  readonly kernel: Pick<Kernel, 'readTable' | 'write'>;
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number;
  /** Keeps ownership on disk; called before the first write, with what is about to be ours too. */
  readonly keepOwned: (owned: ReadonlySet<ServiceKeyText>) => void;
  readonly onSteps: (total: number, results: readonly StepResult[]) => void;
}

export interface Applied {
  readonly message: AppliedMessage;
  readonly owned: ReadonlySet<ServiceKeyText>;
}

/**
 * Makes the kernel's table what an intent wants, and reads it back.
 *
 * Ownership is kept before anything is written: a crash in between must not leave services that nobody owns. Services
 * that were removed leave it once they are gone. A kernel that can't be read is a failure with nothing written.
 */
export async function applyIntent(
  parts: ApplyParts,
  intent: Intent,
  ownedBefore: ReadonlySet<ServiceKeyText>,
): Promise<Applied> {
  const started = parts.now();
  const desired = desiredTable(intent.definition, intent.overlays);
  const observed = await readOrNull(parts.kernel);
  const plan = observed && planOf(intent, observed, ownedBefore);
  const owned = new Set(ownedBefore);
  let results: readonly StepResult[] = [];
  if (plan) {
    for (const service of desired.services) owned.add(serviceKeyText(service.key));
    for (const key of plan.foreign) owned.delete(key);
    parts.keepOwned(owned);
    results = await applySteps(parts.kernel, plan.steps, (ended) => parts.onSteps(plan.steps.length, ended));
  }
  // Nothing was written: what was read before still stands.
  const after = plan?.steps.length === 0 ? observed : observed && (await readOrNull(parts.kernel));
  if (after) forgetGone(owned, new Set(desired.services.map((service) => serviceKeyText(service.key))), after);
  const failed = results.filter((result) => result.outcome === 'failed').length;
  return {
    owned,
    message: {
      type: 'applied',
      generation: intent.generation,
      outcome: plan && failed === 0 ? 'applied' : 'failed',
      total: results.length,
      failed,
      readBack: readBackOf(intent, after, owned),
      foreign: plan ? [...plan.foreign] : [],
      took: Math.max(0, parts.now() - started),
    },
  };
}

/** What an intent would change in the observed table. */
export function planOf(intent: Intent, observed: Observation, owned: ReadonlySet<ServiceKeyText>): Plan {
  const desired = desiredTable(intent.definition, intent.overlays);
  return planChanges(desired, { ...observed, settings: null }, owned, new Set(intent.takeOver));
}

/** Whether a table read is the desired one, in all that is ours. */
export function readBackOf(
  intent: Intent,
  observed: Observation | null,
  owned: ReadonlySet<ServiceKeyText>,
): AppliedMessage['readBack'] {
  if (!observed) return 'unread';
  return planOf(intent, observed, owned).steps.length === 0 ? 'agrees' : 'differs';
}

function forgetGone(owned: Set<ServiceKeyText>, desired: ReadonlySet<ServiceKeyText>, after: Observation): void {
  const standing = new Set(after.services.map((service) => serviceKeyText(service.key)));
  for (const key of [...owned]) if (!desired.has(key) && !standing.has(key)) owned.delete(key);
}

async function readOrNull(kernel: Pick<Kernel, 'readTable'>): Promise<Observation | null> {
  try {
    return await kernel.readTable();
  } catch (error) {
    if (error instanceof NetlinkError) return null;
    throw error;
  }
}
