import {
  type ConnectionFilter,
  type ConnectionSummary,
  lookCapability,
  type MoreOfLook,
} from '../../domain/connections/connection-summary.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import type { AgentLink } from '../intents/intent-dispatch.ts';
import { AppError } from '../trpc/app-error.ts';

/** Milliseconds that an agent's answer is waited for: its own bound is 4 s. */
const answerWithin = 8000;

type Answer = Pick<Extract<AgentMessage, { type: 'connections' }>, 'look' | 'summary' | 'refusal' | 'soFar'>;

interface Pending {
  readonly look: number;
  readonly settle: (answer: Answer | null) => void;
  readonly soFar: (summary: ConnectionSummary) => void;
}

interface AskedLook {
  readonly filter: ConnectionFilter;
  /** Connections that are to come back as they stand, at most. */
  readonly sample?: number;
  /** Told what was found, while the director goes on looking. */
  readonly soFar?: (summary: ConnectionSummary) => void;
}

/** Asks directors for looks into their connection tables: one at a time of each, so that many viewers cost no more. */
export class Looks {
  readonly #linkOf: (directorId: string) => AgentLink | undefined;
  readonly #pending = new Map<string, Pending>();
  #last = 0;

  constructor(linkOf: (directorId: string) => AgentLink | undefined) {
    this.#linkOf = linkOf;
  }

  /** What a director finds. Refuses when it isn't connected, is looked at already, or doesn't answer. */
  async ask(director: { readonly id: string; readonly name: string }, asked: AskedLook): Promise<ConnectionSummary> {
    const { id, name } = director;
    const link = this.#linkOf(id);
    if (!link) throw new AppError('UNAVAILABLE', `${name} is not connected.`);
    if (this.#pending.has(id)) throw new AppError('TOO_MANY', `${name} is being looked at already; try again.`);
    const { filter, sample = 0, soFar } = asked;
    const more: MoreOfLook = { sample, soFar: soFar !== undefined };
    if (sample > 0 && !link.can(lookCapability))
      throw new AppError('UNAVAILABLE', `The agent of ${name} is too old to bring connections.`);
    const look = ++this.#last;
    const answer = await new Promise<Answer | null>((settle) => {
      const timer = setTimeout(() => settle(null), answerWithin);
      const settled = (value: Answer | null) => {
        clearTimeout(timer);
        settle(value);
      };
      this.#pending.set(id, { look, settle: settled, soFar: soFar ?? (() => {}) });
      link.send({ type: 'look', look, filter, ...(link.can(lookCapability) ? { more } : {}) });
    });
    this.#pending.delete(id);
    return this.#summaryOf(name, answer);
  }

  answered(directorId: string, answer: Answer): void {
    const pending = this.#pending.get(directorId);
    // An answer that came too late, to a question that nobody waits for any more.
    if (pending?.look !== answer.look) return;
    if (answer.soFar) {
      if (answer.summary) pending.soFar(answer.summary);
    } else pending.settle(answer);
  }

  /** A director's link ended: what was asked of it is not answered any more. */
  unlinked(directorId: string): void {
    this.#pending.get(directorId)?.settle(null);
  }

  #summaryOf(name: string, answer: Answer | null): ConnectionSummary {
    if (answer?.summary) return answer.summary;
    throw new AppError('UNAVAILABLE', answer?.refusal ?? `${name} did not answer.`);
  }
}
