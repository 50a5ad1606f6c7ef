import { join } from 'node:path';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { type HealthFile, healthFileSchema, noHealth } from '../checks/health-file.ts';
import {
  type HeldIntent,
  heldIntentSchema,
  type Identity,
  identitySchema,
  noProgress,
  type Progress,
  progressSchema,
} from './director-state.ts';
import { CorruptStateFile, StateFile } from './state-file.ts';

/** What the agent keeps on disk, read once and written whenever it changes. */
export class AgentState {
  readonly #identityFile: StateFile<typeof identitySchema>;
  readonly #intentFile: StateFile<typeof heldIntentSchema>;
  readonly #progressFile: StateFile<typeof progressSchema>;
  #identity: Identity | null;
  #intent: HeldIntent | null;
  #progress: Progress;
  readonly #healthFile: StateFile<typeof healthFileSchema>;
  #health: HealthFile;

  /**
   * Opens a folder; the files in it are made when there is something to keep.
   *
   * A bad intent or progress file is told to `report` and set aside: the console sends the intent again, and a lost
   * ownership makes services foreign, which are left alone. A bad identity throws CorruptStateFile.
   */
  constructor(folder: string, report: (problem: CorruptStateFile) => void) {
    this.#identityFile = new StateFile(join(folder, 'identity.json'), identitySchema);
    this.#intentFile = new StateFile(join(folder, 'intent.json'), heldIntentSchema);
    this.#progressFile = new StateFile(join(folder, 'progress.json'), progressSchema);
    this.#healthFile = new StateFile(join(folder, 'health.json'), healthFileSchema);
    const orNull = <T>(read: () => T | null): T | null => {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof CorruptStateFile)) throw error;
        report(error);
        return null;
      }
    };
    this.#identity = this.#identityFile.read();
    this.#intent = orNull(() => this.#intentFile.read());
    this.#progress = orNull(() => this.#progressFile.read()) ?? noProgress;
    this.#health = orNull(() => this.#healthFile.read()) ?? noHealth;
  }

  get identity(): Identity | null {
    return this.#identity;
  }

  get intent(): HeldIntent | null {
    return this.#intent;
  }

  get progress(): Progress {
    return this.#progress;
  }

  get owned(): ReadonlySet<ServiceKeyText> {
    return new Set(this.#progress.owned);
  }

  get health(): HealthFile {
    return this.#health;
  }

  keepIdentity(identity: Identity): void {
    this.#identityFile.write(identity);
    this.#identity = identity;
  }

  keepIntent(intent: HeldIntent): void {
    this.#intentFile.write(intent);
    this.#intent = intent;
  }

  keepProgress(progress: Progress): void {
    if (JSON.stringify(progress) === JSON.stringify(this.#progress)) return;
    this.#progressFile.write(progress);
    this.#progress = progress;
  }

  keepHealth(health: HealthFile): void {
    this.#healthFile.write(health);
    this.#health = health;
  }
}
