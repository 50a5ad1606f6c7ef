import type { AgentLink } from '../intents/intent-dispatch.ts';
import { FailureLimit } from '../limits/failure-limit.ts';
import { OncePer } from '../limits/once-per.ts';

/** A connected director's link, which can be ended with words for the agent's log. */
export interface ClosableLink extends AgentLink {
  /** Resolves when the link is closed and its end is written. */
  readonly finished: Promise<void>;
  close(why: string): void;
}

/** The links of all connected directors, one each. */
export class AgentLinks {
  /** Counts refusals by address, so that tokens and keys can't be tried in bulk. */
  readonly limit = new FailureLimit(20, 60_000);
  /** Refusals that the audit log was told of. */
  readonly refusals = new OncePer(3_600_000);
  readonly #links = new Map<string, ClosableLink>();

  get count(): number {
    return this.#links.size;
  }

  of(directorId: string): ClosableLink | undefined {
    return this.#links.get(directorId);
  }

  /** Takes a director's link; an older one is closed, because it may be half-open, or a copy of the machine. */
  take(directorId: string, link: ClosableLink): void {
    const older = this.#links.get(directorId);
    this.#links.set(directorId, link);
    older?.close('a newer connection of this director took its place');
  }

  /** Whether this was still the director's link. */
  release(directorId: string, link: ClosableLink): boolean {
    return this.#links.get(directorId) === link && this.#links.delete(directorId);
  }

  /** Closes the link of a director that was removed. */
  drop(directorId: string): void {
    this.#links.get(directorId)?.close('this director was removed from the console');
  }

  /** Closes every link; resolves when the end of each is written. */
  async closeAll(why: string): Promise<void> {
    const links = [...this.#links.values()];
    for (const link of links) link.close(why);
    await Promise.all(links.map((link) => link.finished));
  }
}
