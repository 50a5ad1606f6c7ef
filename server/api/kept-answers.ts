import { createHash } from 'node:crypto';
import type { ConsoleParts } from '../console-parts.ts';
import { AppError } from '../trpc/app-error.ts';
import type { Answer } from './answer.ts';
import { addKept, findKept, forgetKept, putKept, removeKept } from './store.ts';

/** Milliseconds for which an answer is given again. */
export const keptFor = 24 * 60 * 60 * 1000;
/** Milliseconds between two times of forgetting. */
const forgettingEvery = 10 * 60 * 1000;

interface Asked {
  readonly tokenId: string;
  readonly key: string;
  /** All that makes it that request: method, path, body. */
  readonly request: readonly string[];
}

/** A key that was used for another request. */
export class OtherRequest extends AppError {
  constructor() {
    super('INVALID', 'This Idempotency-Key was used for another request.', {
      problems: [{ path: ['Idempotency-Key'], message: 'idempotency-key-used' }],
    });
  }
}

/**
 * Does a request with an Idempotency-Key once, however often it comes: at the same time, later, or after a restart.
 *
 * What was refused before anything was done is not kept, so that it can be tried again with the same key.
 */
export class KeptAnswers {
  readonly #parts: Pick<ConsoleParts, 'db' | 'now'>;
  readonly #running = new Map<string, { readonly request: string; readonly answer: Promise<Answer> }>();
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(parts: Pick<ConsoleParts, 'db' | 'now'>) {
    this.#parts = parts;
  }

  /** The answer to a request: that of the first one of its key, if there was one. Refuses a key of another request. */
  async once({ request, ...asked }: Asked, answer: () => Promise<Answer>): Promise<Answer> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    const name = JSON.stringify(asked);
    const running = this.#running.get(name);
    if (running) {
      if (running.request !== hash) throw new OtherRequest();
      return again(await running.answer);
    }
    const promise = this.#kept(asked, hash, answer);
    this.#running.set(name, { request: hash, answer: promise });
    try {
      return await promise;
    } finally {
      this.#running.delete(name);
    }
  }

  async #kept(asked: Omit<Asked, 'request'>, hash: string, answer: () => Promise<Answer>): Promise<Answer> {
    const { db, now } = this.#parts;
    await this.#forget(now());
    const kept = await findKept(db, asked);
    if (kept && kept.request !== hash) throw new OtherRequest();
    if (kept?.answer) return again(kept.answer);
    if (kept)
      throw new AppError('CONFLICT', 'The console ended while it did this. The audit log tells whether it was done.');
    await addKept(db, asked, hash, now());
    try {
      const given = await answer();
      if (didSomething(given)) await putKept(db, asked, given);
      else await removeKept(db, asked);
      return given;
    } catch (error) {
      await removeKept(db, asked);
      throw error;
    }
  }

  async #forget(at: number): Promise<void> {
    if (at - this.#forgotAt < forgettingEvery) return;
    this.#forgotAt = at;
    await forgetKept(this.#parts.db, at - keptFor);
  }
}

/** 502: it was written, and a director did not take it. */
const didSomething = ({ status }: Answer): boolean => status < 300 || status === 502;

const again = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'idempotency-replayed': 'true' },
});
