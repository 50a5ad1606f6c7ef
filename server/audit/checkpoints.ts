import type { Logger } from 'pino';
import { genesis } from '../../domain/audit/chain-row.ts';
import { type Checkpoint, checkpointText } from '../../domain/audit/checkpoint.ts';
import type { Database } from '../db/database.ts';
import type { ConsoleKey } from '../keys/console-key.ts';
import { addCheckpoint, findCheckpoints, findNewestHash } from './store.ts';

/** Rows, or milliseconds after the first of them, behind which the log's hash is signed again. */
const everyRows = 1000;
const everyMilliseconds = 60_000;
/** Milliseconds between two looks. */
const lookEvery = 5000;
/** Newest checkpoints that a witness is sent when it connects: what it missed, within bounds. */
const sentAtOnce = 200;

interface Needs {
  readonly db: Database;
  readonly key: ConsoleKey;
  readonly now: () => number;
  readonly log: Logger;
  /** Brings checkpoints to every connected witness. */
  readonly tell: (checkpoints: readonly Checkpoint[]) => void;
}

/** Signs what the audit log's hash is, now and then and when the console stops. */
export class Checkpoints {
  readonly #needs: Needs;
  #timer: NodeJS.Timeout | null = null;
  #newest: Checkpoint | null = null;
  /** When rows behind the newest checkpoint were seen first; null while there are none. */
  #dueSince: number | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get newest(): Checkpoint | null {
    return this.#newest;
  }

  async start(): Promise<void> {
    [this.#newest = null] = await findCheckpoints(this.#needs.db, 1);
    this.#timer = setInterval(() => void this.#look(), lookEvery);
  }

  /** Signs the last row. To be called when nothing writes any more. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.sign();
  }

  /** The newest checkpoints, for a witness that may have missed some. */
  recent(): Promise<readonly Checkpoint[]> {
    return findCheckpoints(this.#needs.db, sentAtOnce);
  }

  /** Signs the log as it is, if rows came since the last time; gives the newest checkpoint. */
  async sign(): Promise<Checkpoint | null> {
    const { db, key, now, tell } = this.#needs;
    const made = await db.$transaction(async (tx) => {
      const newest = await findNewestHash(tx);
      // A log whose end was cut off has fewer rows than were signed: that must stay in sight.
      const signed = Math.max(this.#newest?.seq ?? 0, (await findCheckpoints(tx, 1))[0]?.seq ?? 0);
      if (newest.hash === genesis || newest.seq <= signed) return null;
      const unsigned = { ...newest, at: now() };
      const checkpoint = { ...unsigned, signature: key.sign(checkpointText(unsigned)) };
      await addCheckpoint(tx, checkpoint);
      return checkpoint;
    });
    this.#dueSince = null;
    if (made) {
      this.#newest = made;
      tell([made]);
    }
    return this.#newest;
  }

  async #look(): Promise<void> {
    const { db, now, log } = this.#needs;
    try {
      const waiting = (await findNewestHash(db)).seq - (this.#newest?.seq ?? 0);
      if (waiting <= 0) return;
      this.#dueSince ??= now();
      if (waiting >= everyRows || now() - this.#dueSince >= everyMilliseconds) await this.sign();
    } catch (error) {
      log.error({ err: error }, 'the audit log could not be signed');
    }
  }
}
