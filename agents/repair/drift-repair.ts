import type { OutByHealth } from '../../domain/checks/out-by-health.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { isTableAction, type Step } from '../../domain/plan/plan.ts';
import { type KernelState, planChanges } from '../../domain/plan/plan-changes.ts';
import { stepTarget } from '../../domain/plan/step-target.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage, StepResult } from '../../domain/wire/messages.ts';
import { type ApplyParts, readBack } from '../apply/apply-intent.ts';
import { applySteps } from '../apply/apply-steps.ts';
import { readState } from '../apply/read-state.ts';
import { namesSettings, type Wanted, wantedBy } from '../apply/wanted.ts';
import type { Log } from '../log.ts';
import { isSameTable } from '../observe/table-messages.ts';
import { RepairPace } from './repair-pace.ts';

export type RepairedMessage = Extract<AgentMessage, { type: 'repaired' }>;

type ReadBack = RepairedMessage['readBack'];

export interface RepairParts {
  readonly kernel: ApplyParts['kernel'];
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number;
  readonly log: Log;
  /** What this director's checks took out. */
  readonly outByHealth: () => OutByHealth;
  readonly repaired: (message: RepairedMessage) => void;
  /** Says that something else is at the table too, or that it can't be put right; null when that is over. */
  readonly trouble: (detail: string | null) => void;
}

/** Results that one message carries, and lines that the log gets. */
const mostResults = 100;
const mostLines = 20;

/** Puts right what a kernel has otherwise than the applied intent, in what is ours and never in what was accepted. */
export class DriftRepair {
  readonly #parts: RepairParts;
  readonly #pace = new RepairPace();
  #wanted: { intent: Intent; out: OutByHealth; wanted: Wanted } | null = null;
  /** What was seen last without a difference. */
  #right: { readonly wanted: Wanted; readonly state: KernelState } | null = null;
  /** Why the last attempt failed, by place. */
  #failures = new Map<string, string>();
  #trouble: string | null = null;

  constructor(parts: RepairParts) {
    this.#parts = parts;
  }

  /** Whether something in what was seen is to be put right now. */
  isDue(intent: Intent, seen: KernelState, owned: ReadonlySet<ServiceKeyText>): boolean {
    this.#tellContest();
    // Nothing differs most of the time, and to compare two tables costs a tenth of planning from one to the other.
    const right = this.#right;
    const wanted = this.#wantedOf(intent);
    if (right?.wanted === wanted && isSameState(right.state, seen)) return false;
    const steps = this.#stepsOf(intent, seen, owned);
    this.#right = steps.length === 0 ? { wanted, state: seen } : null;
    return steps.some((step) => this.#isDue(step));
  }

  /** Puts right what is due, from a kernel that is read once more: what was seen may be over. */
  async run(intent: Intent, owned: ReadonlySet<ServiceKeyText>): Promise<{ readonly settingsToo: boolean } | null> {
    const { kernel, now } = this.#parts;
    const before = await readState(kernel, namesSettings(this.#wantedOf(intent)) ? 'read' : null);
    const steps = before ? this.#stepsOf(intent, before, owned).filter((step) => this.#isDue(step)) : [];
    if (!before || steps.length === 0) return null;
    const results = await applySteps(kernel, steps, () => undefined);
    // What a failure before it kept from being tried has its turn at the next look.
    const tried = steps.filter((_, index) => results[index]?.outcome !== 'skipped');
    this.#pace.repaired(new Set(tried.map(placeOf)), now());
    const after = await readBack(kernel, { steps }, before);
    const left = after && this.#stepsOf(intent, after, owned);
    this.#tell(intent, steps, results, left ? (left.length === 0 ? 'agrees' : 'differs') : 'unread');
    return { settingsToo: !steps.every(isTableAction) };
  }

  /** Forgets who was at the table: the intent is another one now, or drift is only told of. */
  rest(): void {
    this.#pace.forget();
    this.#failures.clear();
    this.#tellContest();
  }

  #isDue(step: Step): boolean {
    return this.#pace.isDue(placeOf(step), this.#parts.now());
  }

  /**
   * All that differs. Not within an intent's `only`: that says what one apply may change, the policy what may stay.
   *
   * A defined service that is missing is added only where it was ours: somebody else may be about to put his own back.
   */
  #stepsOf(intent: Intent, state: KernelState, owned: ReadonlySet<ServiceKeyText>): Step[] {
    const { steps } = planChanges(this.#wantedOf(intent).desired, state, owned, new Set());
    return steps.filter((step) => !isTableAction(step) || owned.has(serviceKeyText(step.service)));
  }

  #wantedOf(intent: Intent): Wanted {
    const out = this.#parts.outByHealth();
    if (this.#wanted?.intent !== intent || this.#wanted.out !== out)
      this.#wanted = { intent, out, wanted: wantedBy(intent, out) };
    return this.#wanted.wanted;
  }

  #tell({ generation }: Intent, steps: readonly Step[], results: StepResult[], readBackIs: ReadBack): void {
    const { log, repaired } = this.#parts;
    for (const step of steps) this.#failures.delete(placeOf(step));
    const failures = results.filter((result) => result.outcome === 'failed');
    for (const { index, error } of failures) {
      const step = steps[index];
      if (step) this.#failures.set(placeOf(step), error ?? '');
    }
    const [total, failed] = [results.length, failures.length];
    log(`drift: ${total} steps, ${failed} failed, read back ${readBackIs}`);
    for (const { outcome, line, error } of results.slice(0, mostLines))
      log(`put right, ${outcome}: ${line}${error ? `: ${error}` : ''}`);
    const shown = results.slice(0, mostResults);
    repaired({ type: 'repaired', generation, results: shown, total, failed, readBack: readBackIs });
    this.#tellContest();
  }

  #tellContest(): void {
    const { now, trouble } = this.#parts;
    const detail =
      this.#pace
        .contested(now())
        .map(({ place, wait }) => {
          const failure = this.#failures.get(place);
          const every = `every ${wait / 1000} s`;
          return failure === undefined
            ? `${place} is changed by something else again and again; it is put right ${every}`
            : `${place} can’t be put right (${failure}); it is tried ${every}`;
        })
        .join('. ') || null;
    if (detail === this.#trouble) return;
    this.#trouble = detail;
    trouble(detail);
  }
}

const isSameState = (one: KernelState, other: KernelState): boolean =>
  isSameTable(one.services, other) &&
  (one.settings === other.settings || JSON.stringify(one.settings) === JSON.stringify(other.settings));

/** What waits together: a service with its destinations, or one setting. Steps of one service lean on each other. */
const placeOf = (step: Step): string => (isTableAction(step) ? serviceKeyText(step.service) : stepTarget(step));
