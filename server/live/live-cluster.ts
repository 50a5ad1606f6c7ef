import type { Definition } from '../../domain/definition/definition.ts';
import type { ClusterRecord } from '../../domain/display/records.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { Turns } from '../db/turns.ts';
import type { LiveDirector } from './live-director.ts';

/** What is wanted of a cluster's directors: all that an intent is made of. */
export interface Wanted {
  readonly revision: number;
  /** 0 before the first intent. */
  readonly generation: number;
  readonly definition: Definition;
  readonly overlays: readonly Overlay[];
  readonly takeOver: ReadonlySet<ServiceKeyText>;
}

/** A cluster as the console knows it now. */
export class LiveCluster {
  readonly id: string;
  readonly name: string;
  readonly directors: LiveDirector[] = [];
  readonly #turns = new Turns();
  #wanted: Wanted;

  constructor(id: string, name: string, wanted: Wanted) {
    this.id = id;
    this.name = name;
    this.#wanted = wanted;
  }

  get wanted(): Wanted {
    return this.#wanted;
  }

  /** Takes what a commit wrote. */
  want(wanted: Wanted): void {
    this.#wanted = wanted;
  }

  /** Runs a command when its turn comes, so that what it reads of the cluster holds until it has written. */
  inTurn<T>(command: () => Promise<T>): Promise<T> {
    return this.#turns.run(command);
  }

  get record(): ClusterRecord {
    const { name } = this;
    const { generation } = this.#wanted;
    const directors = this.directors.map((director) => director.record(name, generation));
    return { name, ...this.#wanted, heldBack: null, directors };
  }
}
