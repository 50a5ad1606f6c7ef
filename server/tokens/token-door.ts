import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { FailureLimit } from '../limits/failure-limit.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AppError } from '../trpc/app-error.ts';
import { findToken } from './store.ts';
import { tokenHolder } from './token-holder.ts';
import { parseApiToken } from './token-text.ts';

const minute = 60_000;

/** Lets tokens in. */
export class TokenDoor {
  readonly #parts: ConsoleParts;
  /** Wrong tokens by address: those beyond it are refused all the same, and are not written down one by one. */
  readonly #wrong = new FailureLimit(10, minute);

  constructor(parts: ConsoleParts) {
    this.#parts = parts;
  }

  /**
   * Whoever a token lets in; refuses when it lets in nobody.
   *
   * A valid one is looked at first: wrong ones from the same address hold up nobody else, and 256 bits can't be guessed.
   */
  async open(text: string | null, source: string): Promise<SignedIn> {
    if (text === null) throw new AppError('UNAUTHENTICATED', 'Send a token: Authorization: Bearer shoal_…');
    const holder = await tokenHolder(this.#parts, text, source);
    if (holder) return holder;
    const at = this.#parts.now();
    if (this.#wrong.waitFor(source, at) === 0) await this.#keep(text, source, at);
    this.#wrong.failed(source, at);
    throw new AppError('UNAUTHENTICATED', 'The token is unknown, expired or revoked.');
  }

  /** An unknown one has no name: what was sent may be a secret of something else. */
  async #keep(text: string, source: string, at: number): Promise<void> {
    const given = parseApiToken(text);
    const known = given && (await findToken(this.#parts.db, given.id));
    const actor = { name: known?.name ?? 'unknown', kind: 'token' as const, role: known?.role ?? null, source };
    await recorded(this.#parts.db, at, actor, async () => ({
      value: undefined,
      entries: [{ action: 'token.refused', resource: known?.name ?? null, outcome: 'failed' }],
    }));
  }
}
