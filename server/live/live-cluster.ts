import type { Definition } from '../../domain/definition/definition.ts';
import type { ClusterRecord, HeldBack } from '../../domain/display/records.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { ServiceReturn } from '../../domain/overlay/service-return.ts';
import { Turns } from '../db/turns.ts';
import { briefOf } from '../releases/brief-of.ts';
import type { LiveRelease } from '../releases/live-release.ts';
import type { LiveDirector } from './live-director.ts';
import type { Rollout } from './rollout.ts';

/** What is wanted of a cluster's directors: all that an intent is made of. */
export interface Wanted {
  readonly revision: number;
  /** 0 before the first intent. */
  readonly generation: number;
  readonly definition: Definition;
  readonly overlays: readonly Overlay[];
  readonly takeOver: ReadonlySet<ServiceKeyText>;
  /** Targets that this generation is confined to, where a director has all before it; null for whatever differs. */
  readonly only: readonly string[] | null;
}

/** A cluster as the console knows it now. */
export class LiveCluster {
  readonly id: string;
  readonly name: string;
  readonly directors: LiveDirector[] = [];
  /** The release that goes on, or ended last since the console started. */
  release: LiveRelease | null = null;
  readonly #turns = new Turns();
  #wanted: Wanted;
  #rollout: Rollout | null;
  /** What is on its way back to service, as the database has it. */
  returns: readonly ServiceReturn[];
  /** Deadlines of drains that needn't be watched any more, by `deadlineText`. */
  readonly settledDeadlines = new Set<string>();

  constructor(
    id: string,
    name: string,
    wanted: Wanted,
    rollout: Rollout | null = null,
    returns: readonly ServiceReturn[] = [],
  ) {
    this.id = id;
    this.name = name;
    this.#wanted = wanted;
    this.#rollout = rollout;
    this.returns = returns;
  }

  get wanted(): Wanted {
    return this.#wanted;
  }

  /** The newest revision on its way by a first director; null when every director may have it. */
  get rollout(): Rollout | null {
    return this.#rollout;
  }

  /** The definitions that directors have or may have now: the newest, and the one that waiting directors keep. */
  get definitions(): readonly Definition[] {
    return [this.#wanted.definition, ...(this.#rollout ? [this.#rollout.previous.definition] : [])];
  }

  /** Directors that wait for the first one. */
  get waiting(): LiveDirector[] {
    return this.directors.filter((director) => director.heldBackAt !== null);
  }

  /** The newest intent with what waiting directors keep, which one that comes meanwhile gets; null without a rollout. */
  get keptGeneration(): number | null {
    return this.#rollout && Math.max(0, ...this.waiting.map(({ heldBackAt }) => heldBackAt ?? 0));
  }

  /** Takes what a commit wrote. */
  want(wanted: Wanted, rollout: Rollout | null): void {
    this.#wanted = wanted;
    this.#rollout = rollout;
  }

  /** Runs a command when its turn comes, so that what it reads of the cluster holds until it has written. */
  inTurn<T>(command: () => Promise<T>): Promise<T> {
    return this.#turns.run(command);
  }

  get record(): ClusterRecord {
    const { name, returns } = this;
    const { generation } = this.#wanted;
    const directors = this.directors.map((director) => director.record(name, director.heldBackAt ?? generation));
    const release = this.release && briefOf(this.release);
    return { name, ...this.#wanted, returns, heldBack: this.#heldBack(), release, directors };
  }

  #heldBack(): HeldBack | null {
    if (!this.#rollout) return null;
    const { first, state, generation, previous } = this.#rollout;
    return { first, state, generation, previous, directors: new Set(this.waiting.map(({ name }) => name)) };
  }
}
