import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage, StepResult } from '../../domain/wire/messages.ts';
import { type ApplyParts, applyIntent, readBackOf } from '../apply/apply-intent.ts';
import type { Log } from '../log.ts';
import { acceptIntent } from './accept-intent.ts';
import type { AgentState } from './agent-state.ts';
import type { HeldIntent } from './director-state.ts';

export interface DirectorParts {
  readonly state: AgentState;
  readonly kernel: ApplyParts['kernel'];
  readonly now: () => number;
  /** The boot and network namespace that the kernel's table lives in. */
  readonly kernelInstance: string;
  readonly log: Log;
  /** Tells the console; what can't be told now is lost, and the console asks again. */
  readonly send: (message: AgentMessage) => void;
  /** Called after each apply, so that the table is looked at once at once. */
  readonly applied: () => void;
}

interface Work {
  readonly intent: Intent;
  /** Whether it is applied even when it was before. */
  readonly again: boolean;
  readonly arrived: number;
}

/** Obeys the console's intents, one at a time: the newest that waits, whatever came before it. */
export class Director {
  readonly #parts: DirectorParts;
  #waiting: Work | null = null;
  #working: Promise<void> = Promise.resolve();
  #inTrouble = false;

  constructor(parts: DirectorParts) {
    this.#parts = parts;
  }

  /** The generation of the intent that is held; 0 for none. */
  get generation(): number {
    return this.#held()?.generation ?? 0;
  }

  /**
   * Takes up where the agent ended: adopts the table as it stands when the held intent was applied in this very
   * kernel, without writing anything; applies it again after a reboot or an apply that did not end.
   */
  async start(): Promise<void> {
    const { log } = this.#parts;
    const intent = this.#held();
    if (!intent) {
      log('no intent is held yet; the kernel’s table stays as it is');
      return;
    }
    if (this.#isApplied(intent)) {
      log(`intent ${intent.generation} was applied in this kernel already; adopting its table without a write`);
      return;
    }
    log(`applying intent ${intent.generation} again`);
    await this.#enqueue(intent, false);
  }

  /** Applies the held intent whatever was applied before. Gives false when there is none. */
  async applyAgain(): Promise<boolean> {
    const intent = this.#held();
    if (intent) await this.#enqueue(intent, true);
    return intent !== null;
  }

  /** Takes a signed intent, or refuses it by its code. Resolves when it was applied, or a newer one instead of it. */
  async take(signed: HeldIntent): Promise<void> {
    let intent: Intent | null;
    try {
      intent = this.hold(signed);
    } catch (error) {
      // A full disk, say. An intent that can't be kept is not applied: it would be gone after a restart.
      this.#sayTrouble('An intent could not be kept', error);
      return;
    }
    if (intent) await this.#enqueue(intent, false);
  }

  /** Keeps a signed intent as the one to obey, and gives it; null when it was refused, which the console is told. */
  hold(signed: HeldIntent): Intent | null {
    const { state, log, send } = this.#parts;
    const enrolled = state.identity?.enrolled;
    if (!enrolled) return null;
    const newest = Math.max(this.generation, state.progress.appliedGeneration);
    const accepted = acceptIntent(signed, { ...enrolled, generation: newest });
    if (!accepted.ok) {
      const { code, detail, generation } = accepted;
      log(`refused an intent (${code}): ${detail}`);
      send({ type: 'refused', code, detail, generation });
      return null;
    }
    state.keepIntent({ version: 1, payload: signed.payload, signature: signed.signature });
    return accepted.intent;
  }

  /** Resolves when nothing is being applied. */
  idle(): Promise<void> {
    return this.#working;
  }

  #enqueue(intent: Intent, again: boolean): Promise<void> {
    this.#waiting = { intent, again, arrived: this.#parts.now() };
    this.#working = this.#workAfter(this.#working);
    return this.#working;
  }

  async #workAfter(before: Promise<void>): Promise<void> {
    await before;
    const work = this.#waiting;
    this.#waiting = null;
    if (work) await this.#work(work);
  }

  async #work(work: Work): Promise<void> {
    const { send, applied } = this.#parts;
    const { generation } = work.intent;
    try {
      if (!work.again && this.#isApplied(work.intent)) await this.#confirm(work);
      else await this.#apply(work);
      if (this.#inTrouble) send({ type: 'trouble', detail: null });
      this.#inTrouble = false;
    } catch (error) {
      this.#sayTrouble(`Intent ${generation} could not be applied`, error);
    }
    applied();
  }

  #sayTrouble(what: string, error: unknown): void {
    const detail = `${what}: ${error instanceof Error ? error.message : String(error)}`;
    this.#inTrouble = true;
    this.#parts.log(detail);
    this.#parts.send({ type: 'trouble', detail });
  }

  /** An intent that was applied before is only compared: a drift since then is for people to see, not to undo. */
  async #confirm({ intent, arrived }: Work): Promise<void> {
    const { kernel, state, now, send } = this.#parts;
    const readBack = readBackOf(intent, await kernel.readTable(), state.owned);
    const took = Math.max(0, now() - arrived);
    const { generation } = intent;
    send({ type: 'applied', generation, outcome: 'applied', total: 0, failed: 0, readBack, foreign: [], took });
  }

  async #apply({ intent, arrived }: Work): Promise<void> {
    const { state, kernel, now, log, send } = this.#parts;
    const { generation } = intent;
    const { message, owned } = await applyIntent(
      {
        kernel,
        now,
        keepOwned: (ahead) => this.#keep(ahead, null),
        onSteps: (total, results) => {
          logFailures(log, results);
          send({ type: 'steps', generation, total, results: [...results] });
        },
      },
      intent,
      state.owned,
    );
    this.#keep(owned, message.outcome === 'applied' ? generation : null);
    const { outcome, total, failed, readBack, foreign } = message;
    log(`intent ${generation} ${outcome}: ${total} steps, ${failed} failed, read back ${readBack}`);
    if (foreign.length > 0) log(`left alone, because they are not Shoal’s: ${foreign.join(', ')}`);
    send({ ...message, took: Math.max(0, now() - arrived) });
  }

  #keep(owned: ReadonlySet<ServiceKeyText>, appliedGeneration: number | null): void {
    const { state, kernelInstance } = this.#parts;
    const applied =
      appliedGeneration ?? (state.progress.kernelInstance === kernelInstance ? state.progress.appliedGeneration : 0);
    state.keepProgress({ version: 1, owned: [...owned].sort(), appliedGeneration: applied, kernelInstance });
  }

  #isApplied(intent: Intent): boolean {
    const { progress } = this.#parts.state;
    return progress.appliedGeneration === intent.generation && progress.kernelInstance === this.#parts.kernelInstance;
  }

  #held(): Intent | null {
    const { intent, identity } = this.#parts.state;
    if (!intent || !identity?.enrolled) return null;
    const accepted = acceptIntent(intent, { ...identity.enrolled, generation: 0 });
    return accepted.ok ? accepted.intent : null;
  }
}

function logFailures(log: Log, results: readonly StepResult[]): void {
  for (const { outcome, line, error } of results) if (outcome === 'failed') log(`failed: ${line}: ${error}`);
}
