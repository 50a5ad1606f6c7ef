import type { Logger } from 'pino';
import { ChainCheck } from '../../domain/audit/chain-check.ts';
import { genesis } from '../../domain/audit/chain-row.ts';
import type { ChainBreak } from '../../domain/audit/chain-verdict.ts';
import { trustedMarks } from '../../domain/audit/trusted-marks.ts';
import type { Database } from '../db/database.ts';
import type { ConsoleKey } from '../keys/console-key.ts';
import { isSignedBy } from '../keys/verify.ts';
import { sha256 } from './sha256.ts';
import { findAllCheckpoints, findNewestHash, findRowsAfter } from './store.ts';
import { chainRowOf } from './stored-row.ts';
import type { Witnesses } from './witnesses.ts';

/** Milliseconds between two looks at new rows, and between two at all. */
const newEvery = 60_000;
const allEvery = 24 * 3_600_000;
/** Rows that are read at once, so that others have their turn at the database. */
const atOnce = 500;

/** What the console knows of its own log. */
export interface ChainState {
  /** Everything up to this row is as it was written; 0 before the first look. */
  readonly verifiedUpTo: number;
  /** Milliseconds since 1970; null before the first look has ended. */
  readonly verifiedAt: number | null;
  /** When all rows were looked at last, and not only new ones. */
  readonly allAt: number | null;
  readonly broken: ChainBreak | null;
  /** True while all rows are being looked at. */
  readonly running: boolean;
}

interface Needs {
  readonly db: Database;
  readonly key: ConsoleKey;
  readonly now: () => number;
  readonly log: Logger;
  readonly witnesses: Witnesses;
}

/** Verifies the console's own log: all of it after a start and once a day, new rows once a minute. */
export class ChainWatch {
  readonly #needs: Needs;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #last = { seq: 0, hash: genesis };
  #state: Omit<ChainState, 'running'> = { verifiedUpTo: 0, verifiedAt: null, allAt: null, broken: null };
  #stopped = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get state(): ChainState {
    return { ...this.#state, running: this.#running !== null };
  }

  start(): void {
    void this.verify('all');
    this.#timer = setInterval(() => {
      const { allAt, broken } = this.#state;
      const old = allAt === null || this.#needs.now() - allAt >= allEvery;
      // Behind a break nothing new can be trusted.
      if (old || !broken) void this.verify(old ? 'all' : 'new');
    }, newEvery);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks at all rows or at new ones; resolves when that has ended. A look that is going on is waited for first. */
  async verify(what: 'all' | 'new'): Promise<void> {
    while (this.#running) await this.#running;
    if (this.#stopped) return;
    this.#running = this.#look(what).catch((error: unknown) => {
      this.#needs.log.error({ err: error }, 'the audit log could not be verified');
    });
    await this.#running;
    this.#running = null;
  }

  async #look(asked: 'all' | 'new'): Promise<void> {
    const { db, key, now, log, witnesses } = this.#needs;
    const fewer = (await findNewestHash(db)).seq < this.#last.seq;
    const what = fewer ? 'all' : asked;
    const after = what === 'all' || this.#last.seq === 0 ? null : this.#last;
    const held = what === 'all' ? await witnesses.ask() : [];
    // Before the rows: what is signed later would stand behind the last of them.
    const own = await findAllCheckpoints(db, after?.seq ?? 0);
    const end = await findNewestHash(db);
    const isSigned = (text: string, signature: string) => isSignedBy(key.publicKey, text, signature);
    const { marks, unsigned } = trustedMarks(own, held, isSigned);
    const check = new ChainCheck({ sha256, marks, after });
    for (let seq = after?.seq ?? 0; seq < end.seq && !this.#stopped; ) {
      const rows = await findRowsAfter(db, seq, atOnce);
      for (const row of rows) check.take(chainRowOf(row));
      seq = Number(rows.at(-1)?.id ?? end.seq);
    }
    if (this.#stopped) return;
    const { broken, last } = check.end();
    const forged = unsigned.find(({ by }) => by === null);
    const found: ChainBreak | null =
      broken ?? (forged ? { kind: 'rewritten', seq: 1, upTo: forged.seq, foundBy: 'checkpoint', by: null } : null);
    if (found) log.error({ broken: found }, 'the audit log is not as it was written');
    this.#last = last ?? { seq: 0, hash: genesis };
    this.#state = {
      verifiedUpTo: last?.seq ?? 0,
      verifiedAt: now(),
      allAt: what === 'all' ? now() : this.#state.allAt,
      broken: found,
    };
  }
}
