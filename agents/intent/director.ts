import type { OutByHealth } from '../../domain/checks/out-by-health.ts';
import type { KernelSettings } from '../../domain/lvs/sysctl.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import type { AgentMessage, StepResult } from '../../domain/wire/messages.ts';
import { type ApplyParts, agreement, applyIntent } from '../apply/apply-intent.ts';
import { layHealth } from '../apply/lay-health.ts';
import { readState } from '../apply/read-state.ts';
import { namesSettings, wantedBy } from '../apply/wanted.ts';
import type { HealthBook } from '../checks/health-book.ts';
import type { Log } from '../log.ts';
import type { DriftRepair } from '../repair/drift-repair.ts';
import type { HeldIntent } from './director-state.ts';
import type { Obeyed, ObeyedIntent } from './obeyed-intent.ts';

export interface DirectorParts {
  readonly obeyed: ObeyedIntent;
  readonly repair: DriftRepair;
  readonly health: Pick<HealthBook, 'obey' | 'laid' | 'wanted' | 'isDue' | 'lay'>;
  readonly kernel: ApplyParts['kernel'];
  readonly now: () => number;
  readonly log: Log;
  /** Tells the console; what can't be told now is lost, and the console asks again. */
  readonly send: (message: AgentMessage) => void;
  /** Says what can't be done now, in words; null when it is over. */
  readonly trouble: (about: TroubleAbout, detail: string | null) => void;
  /** Called after each write, so that the kernel is looked at once at once; `settingsToo` when not its table alone. */
  readonly applied: (settingsToo: boolean) => void;
}

/** `contest`: something else changes the same again and again. */
export type TroubleAbout = 'intent' | 'drift' | 'contest' | 'health';

interface Work extends Obeyed {
  /** Whether it is applied even when it was before. */
  readonly again: boolean;
  readonly arrived: number;
}

/** Obeys the console's intents, one at a time: the newest that waits, whatever came before it. */
export class Director {
  readonly #parts: DirectorParts;
  #waiting: Work | null = null;
  #working: Promise<void> = Promise.resolve();
  /** Works that have begun or wait to. */
  #works = 0;
  #layingHealth = false;

  constructor(parts: DirectorParts) {
    this.#parts = parts;
  }

  /** The generation of the intent that is held; 0 for none. */
  get generation(): number {
    return this.#parts.obeyed.current?.intent.generation ?? 0;
  }

  /** Whether drift is put right here, so that the kernel is to be looked at although nobody listens. */
  get repairs(): boolean {
    return this.#parts.obeyed.current?.intent.definition.settings.drift === 'repair';
  }

  /** What this director's checks took out; null while that is being written. */
  get outByHealth(): OutByHealth | null {
    return this.#layingHealth ? null : this.#parts.health.laid;
  }

  /**
   * Takes up where the agent ended: adopts the table as it stands when the held intent was applied in this very
   * kernel, without writing anything; applies it again after a reboot or an apply that did not end.
   */
  async start(): Promise<void> {
    const { log, obeyed, health } = this.#parts;
    const held = obeyed.current;
    if (held) health.obey(held.intent);
    if (!held) {
      log('no intent is held yet; the kernel’s table stays as it is');
      return;
    }
    const { generation } = held.intent;
    if (obeyed.isApplied(held)) {
      log(`intent ${generation} was applied in this kernel already; adopting its table without a write`);
      return;
    }
    log(`applying intent ${generation} again`);
    await this.#enqueue(held, false);
  }

  /** Applies the held intent whatever was applied before. Gives false when there is none. */
  async applyAgain(): Promise<boolean> {
    const held = this.#parts.obeyed.current;
    if (held) await this.#enqueue(held, true);
    return held !== null;
  }

  /** Takes a signed intent, or refuses it by its code. Resolves when it was applied, or a newer one instead of it. */
  async take(signed: HeldIntent): Promise<void> {
    let held: Obeyed | null;
    try {
      held = this.hold(signed);
    } catch (error) {
      // A full disk, say. An intent that can't be kept is not applied: it would be gone after a restart.
      this.#sayTrouble('intent', 'An intent could not be kept', error);
      return;
    }
    if (held) await this.#enqueue(held, false);
  }

  /** Keeps a signed intent as the one to obey, and gives it; null when it was refused, which the console is told. */
  hold(signed: HeldIntent): Obeyed | null {
    const { obeyed, health, log, send } = this.#parts;
    const accepted = obeyed.accept(signed);
    if (!accepted) return null;
    if (accepted.ok) {
      health.obey(accepted.intent);
      return obeyed.current;
    }
    const { code, detail, generation } = accepted;
    log(`refused an intent (${code}): ${detail}`);
    send({ type: 'refused', code, detail, generation });
    return null;
  }

  /** Takes note of what was seen, and puts drift right where the policy says so; never while an intent is applied. */
  saw(observation: Observation, settings: KernelSettings): void {
    const { obeyed, repair } = this.#parts;
    if (this.#works > 0) return;
    const held = obeyed.current;
    if (!held || !this.repairs || !obeyed.isApplied(held)) repair.rest();
    else if (repair.isDue(held.intent, { ...observation, settings }, obeyed.owned))
      void this.#run(() => this.#repair());
  }

  /** Writes what checks took out or bring back, where that is otherwise than in the kernel; after an apply, if one runs. */
  turnHealth(): Promise<void> {
    if (this.#works > 0 || !this.#parts.health.isDue) return this.#working;
    return this.#run(async () => {
      if (await this.#layHealth()) this.#parts.applied(false);
    });
  }

  /** Resolves when nothing is being applied. */
  idle(): Promise<void> {
    return this.#working;
  }

  #enqueue(held: Obeyed, again: boolean): Promise<void> {
    this.#waiting = { ...held, again, arrived: this.#parts.now() };
    return this.#run(async () => {
      const work = this.#waiting;
      this.#waiting = null;
      if (work) await this.#work(work);
    });
  }

  /** Runs something after all that was begun before it. */
  #run(work: () => Promise<void>): Promise<void> {
    this.#works++;
    this.#working = this.#working.then(work).finally(() => {
      this.#works--;
    });
    return this.#working;
  }

  async #work(work: Work): Promise<void> {
    const { obeyed, applied, trouble } = this.#parts;
    let settingsToo = false;
    try {
      if (!work.again && obeyed.isApplied(work)) await this.#confirm(work);
      else settingsToo = await this.#apply(work);
      trouble('intent', null);
      await this.#layHealth();
    } catch (error) {
      this.#sayTrouble('intent', `Intent ${work.intent.generation} could not be applied`, error);
    }
    applied(settingsToo);
  }

  async #repair(): Promise<void> {
    const { obeyed, repair, applied, trouble } = this.#parts;
    const held = obeyed.current;
    // An intent that came meanwhile is about all of it.
    if (!held || this.#waiting) return;
    try {
      const done = await repair.run(held.intent, obeyed.owned);
      if (done) applied(done.settingsToo);
      trouble('drift', null);
    } catch (error) {
      this.#sayTrouble('drift', 'Drift could not be put right', error);
    }
  }

  /** Gives whether the kernel was written. */
  async #layHealth(): Promise<boolean> {
    const { obeyed, kernel, health, log, trouble } = this.#parts;
    const held = obeyed.current;
    // An intent that came meanwhile is applied first.
    if (!held || this.#waiting || !health.isDue) return false;
    this.#layingHealth = true;
    try {
      const laid = await layHealth(kernel, held.intent, obeyed.owned, health.laid, health.wanted);
      if (laid) health.lay(laid.out);
      const failed = laid?.results.find(({ outcome }) => outcome === 'failed');
      for (const { outcome, line, error } of laid?.results ?? [])
        log(`health, ${outcome}: ${line}${error ? `: ${error}` : ''}`);
      const why = failed ? `${failed.line}: ${failed.error}` : laid ? null : 'the kernel’s IPVS can’t be read';
      trouble('health', why && `What checks found could not be written: ${why}`);
    } catch (error) {
      this.#sayTrouble('health', 'What checks found could not be kept', error);
    } finally {
      this.#layingHealth = false;
    }
    return true;
  }

  #sayTrouble(about: TroubleAbout, what: string, error: unknown): void {
    const detail = `${what}: ${error instanceof Error ? error.message : String(error)}`;
    this.#parts.log(detail);
    this.#parts.trouble(about, detail);
  }

  /** An intent that was applied before is only compared: a drift since then is for people to see, not to undo. */
  async #confirm({ intent, arrived }: Work): Promise<void> {
    const { kernel, obeyed, health, now, send } = this.#parts;
    const wanted = wantedBy(intent, health.laid);
    const state = await readState(kernel, namesSettings(wanted) ? 'read' : null);
    const readBack = agreement(wanted, state, obeyed.owned);
    const took = Math.max(0, now() - arrived);
    const { generation } = intent;
    send({ type: 'applied', generation, outcome: 'applied', total: 0, failed: 0, readBack, foreign: [], took });
  }

  /** Gives whether settings were written too. */
  async #apply(work: Work): Promise<boolean> {
    const { obeyed, kernel, health, now, log, send } = this.#parts;
    const intent = obeyed.toApply(work.intent);
    const { generation } = intent;
    if (intent !== work.intent)
      log(`intent ${generation} is applied wholly: not all of it had its turn in this kernel`);
    const { message, owned, settingsToo, unsupported } = await applyIntent(
      {
        kernel,
        now,
        keepOwned: (ahead) => obeyed.keepOwned(ahead),
        onSteps: (total, results) => {
          logFailures(log, results);
          send({ type: 'steps', generation, total, results: [...results] });
        },
      },
      intent,
      obeyed.owned,
      health.laid,
    );
    obeyed.keepEnd(work, intent, owned, message.outcome === 'applied');
    const { outcome, total, failed, readBack, foreign } = message;
    log(`intent ${generation} ${outcome}: ${total} steps, ${failed} failed, read back ${readBack}`);
    if (foreign.length > 0) log(`left alone, because they are not Shoal’s: ${foreign.join(', ')}`);
    if (unsupported.length > 0) log(`left out, because this kernel doesn’t have them: ${unsupported.join(', ')}`);
    send({ ...message, took: Math.max(0, now() - work.arrived) });
    return settingsToo;
  }
}

function logFailures(log: Log, results: readonly StepResult[]): void {
  for (const { outcome, line, error } of results) if (outcome === 'failed') log(`failed: ${line}: ${error}`);
}
