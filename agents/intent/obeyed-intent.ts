import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import { type Acceptance, acceptIntent } from './accept-intent.ts';
import type { AgentState } from './agent-state.ts';
import type { HeldIntent, Identity, Progress } from './director-state.ts';
import { intentDigest, wantedDigest } from './intent-digest.ts';

/** An intent that was accepted, with what tells it from every other. */
export interface Obeyed {
  readonly intent: Intent;
  readonly digest: string;
}

/** The intent that this director obeys, and how much of it stands in this kernel: its state on disk, in those words. */
export class ObeyedIntent {
  readonly #state: AgentState;
  readonly #kernelInstance: string;
  #read: { held: HeldIntent; enrolled: Identity['enrolled']; obeyed: Obeyed | null } | null = null;

  /** `kernelInstance`: the boot and network namespace that the kernel's table lives in. */
  constructor(state: AgentState, kernelInstance: string) {
    this.#state = state;
    this.#kernelInstance = kernelInstance;
    this.#adoptOlderProgress();
  }

  /** The intent that is held; null for none. Verified and read once, however often it is asked for. */
  get current(): Obeyed | null {
    const { intent: held, identity } = this.#state;
    const enrolled = identity?.enrolled ?? null;
    if (!held || !enrolled) return null;
    if (this.#read?.held !== held || this.#read.enrolled !== enrolled) {
      const accepted = acceptIntent(held, { ...enrolled, generation: 0 });
      const obeyed = accepted.ok ? { intent: accepted.intent, digest: intentDigest(held.payload) } : null;
      this.#read = { held, enrolled, obeyed };
    }
    return this.#read.obeyed;
  }

  get owned(): ReadonlySet<ServiceKeyText> {
    return this.#state.owned;
  }

  /** Keeps a signed intent as the one to obey; null before the director has enrolled. Throws when the disk is full. */
  accept(signed: HeldIntent): Acceptance | null {
    const enrolled = this.#state.identity?.enrolled;
    if (!enrolled) return null;
    const newest = Math.max(this.current?.intent.generation ?? 0, this.#state.progress.appliedGeneration);
    const accepted = acceptIntent(signed, { ...enrolled, generation: newest });
    if (!accepted.ok) return accepted;
    const held: HeldIntent = { version: 1, payload: signed.payload, signature: signed.signature };
    this.#state.keepIntent(held);
    // A large intent takes as long to read as to apply: once is enough.
    this.#read = { held, enrolled, obeyed: { intent: accepted.intent, digest: intentDigest(held.payload) } };
    return accepted;
  }

  /** Whether this very intent was applied to its end, in this very kernel. */
  isApplied({ digest }: Obeyed): boolean {
    const { progress } = this.#state;
    return progress.applied === digest && progress.kernelInstance === this.#kernelInstance;
  }

  /**
   * The intent as it is to be applied now: confined as it says only where everything else has had its turn.
   *
   * After a reboot all of it is restored; and a director that missed a change gets that change too, although the
   * newest intent is about something else.
   */
  toApply(intent: Intent): Intent {
    if (intent.only === null) return intent;
    return this.#here().wanted === wantedDigest(intent) ? intent : { ...intent, only: null };
  }

  /** Keeps what is about to be ours, before the first write. */
  keepOwned(owned: ReadonlySet<ServiceKeyText>): void {
    this.#state.keepProgress({ ...this.#here(), owned: [...owned].sort() });
  }

  /** Keeps how an apply ended. `applied` is the intent as `toApply` gave it. */
  keepEnd(obeyed: Obeyed, applied: Intent, owned: ReadonlySet<ServiceKeyText>, done: boolean): void {
    const { intent, digest } = obeyed;
    const before = this.#here();
    // One that was widened and failed still owes the whole.
    const wanted = done || intent.only === applied.only ? wantedDigest(intent) : before.wanted;
    const ended: Partial<Progress> = done ? { appliedGeneration: intent.generation, applied: digest } : {};
    this.#state.keepProgress({ ...before, ...ended, owned: [...owned].sort(), wanted });
  }

  /** The progress as far as it is about this kernel. */
  #here(): Progress {
    const { progress } = this.#state;
    if (progress.kernelInstance === this.#kernelInstance) return progress;
    return { ...progress, appliedGeneration: 0, applied: null, wanted: null, kernelInstance: this.#kernelInstance };
  }

  /** Older agents kept the generation alone, and there was one intent to each. */
  #adoptOlderProgress(): void {
    const held = this.current;
    const { progress } = this.#state;
    if (!held || progress.applied !== null || progress.kernelInstance !== this.#kernelInstance) return;
    if (progress.appliedGeneration !== held.intent.generation) return;
    this.#state.keepProgress({ ...progress, applied: held.digest, wanted: wantedDigest(held.intent) });
  }
}
