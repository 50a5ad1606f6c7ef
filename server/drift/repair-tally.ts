import type { AgentMessage } from '../../domain/wire/messages.ts';

type Repaired = Extract<AgentMessage, { type: 'repaired' }>;

/** What an agent put right by itself in some time. */
export interface Repairs {
  /** How often it did. */
  readonly times: number;
  /** Steps of all times, and those that failed. */
  readonly total: number;
  readonly failed: number;
  /** The newest time's. */
  readonly generation: number;
  readonly readBack: Repaired['readBack'];
  readonly results: Repaired['results'];
}

/** Milliseconds in which one entry tells of all repairs: another program that undoes them would fill the audit log. */
const gathering = 60_000;

/** Gathers a director's repairs: the first is due at once, those that follow closely are due together. */
export class RepairTally {
  #gathered: Repairs | null = null;
  #quietUntil = 0;

  take({ generation, results, total, failed, readBack }: Repaired): void {
    const before = this.#gathered;
    this.#gathered = {
      ...{ generation, results, readBack, times: (before?.times ?? 0) + 1 },
      total: (before?.total ?? 0) + total,
      failed: (before?.failed ?? 0) + failed,
    };
  }

  /** What the audit log is to be told at `at`, in milliseconds; null while there is nothing or it is too early. */
  due(at: number): Repairs | null {
    const gathered = this.#gathered;
    if (!gathered || at < this.#quietUntil) return null;
    this.#gathered = null;
    this.#quietUntil = at + gathering;
    return gathered;
  }
}
