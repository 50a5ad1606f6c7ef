import type { Logger } from 'pino';
import { findNewestHash, findRowsAfter } from '../audit/store.ts';
import { chainRowOf } from '../audit/stored-row.ts';
import type { Database } from '../db/database.ts';
import type { Deliver } from './delivery.ts';
import { nextWait } from './next-wait.ts';
import { findStreams, keepDelivery, type StoredStream } from './store.ts';

/** Rows in one delivery. */
const atOnce = 100;
/** Milliseconds between two looks for new rows. */
const lookEvery = 1000;

interface Needs {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => number;
  readonly deliverTo: (stream: Pick<StoredStream, 'id' | 'target'>) => Deliver;
}

/**
 * Sends the audit log's rows to each stream, in their order, at least once.
 *
 * A stream's position is kept after its receiver took the rows, so that a console that ends in between sends them again.
 */
export class Streams {
  readonly #needs: Needs;
  readonly #busy = new Map<string, Promise<void>>();
  /** When a failing stream is tried again, and how long was waited for that. */
  readonly #waits = new Map<string, { readonly until: number; readonly wait: number }>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), lookEvery);
  }

  /** Begins nothing more; a delivery that is on its way is not waited for, as it will be sent again. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Forgets how long a stream was to be waited for: somebody changed it. */
  tryNow(id: string): void {
    this.#waits.delete(id);
  }

  /** Delivers what is new to each stream that is neither paused nor waited for; resolves when each of them is done. */
  async look(): Promise<void> {
    if (this.#stopped) return;
    const { db, log, now } = this.#needs;
    try {
      const streams = await findStreams(db);
      const { seq } = streams.length > 0 ? await findNewestHash(db) : { seq: 0 };
      const due = streams.filter(
        ({ id, paused, position }) => !paused && position < seq && now() >= (this.#waits.get(id)?.until ?? 0),
      );
      await Promise.all(due.map((stream) => this.#busy.get(stream.id) ?? this.#run(stream)));
    } catch (error) {
      if (!this.#stopped) log.error({ err: error }, 'the audit streams could not be looked at');
    }
  }

  #run(stream: StoredStream): Promise<void> {
    const running = this.#deliver(stream).finally(() => this.#busy.delete(stream.id));
    this.#busy.set(stream.id, running);
    return running;
  }

  /** One batch; when there is more, the next look finds it. */
  async #deliver({ id, name, target, position, failingSince }: StoredStream): Promise<void> {
    const { db, log, now, deliverTo } = this.#needs;
    const rows = (await findRowsAfter(db, position, atOnce)).map(chainRowOf);
    const last = rows.at(-1);
    if (!last || this.#stopped) return;
    const delivered = await deliverTo({ id, target })(rows);
    if (this.#stopped) return;
    const at = new Date(now());
    if (delivered.ok) {
      this.#waits.delete(id);
      await keepDelivery(db, id, { position: last.seq, sentAt: at, failingSince: null, problem: null });
      if (rows.length === atOnce) setImmediate(() => void this.look());
      return;
    }
    const wait = nextWait(this.#waits.get(id)?.wait ?? null);
    this.#waits.set(id, { until: now() + wait, wait });
    if (failingSince === null) log.warn({ stream: name }, `the audit log can’t be sent: ${delivered.reason}`);
    await keepDelivery(db, id, { failingSince: new Date(failingSince ?? at), problem: delivered.reason.slice(0, 500) });
  }
}
