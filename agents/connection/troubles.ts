import type { AgentMessage } from '../../domain/wire/messages.ts';

/** Longest text that the wire carries. */
const longest = 2000;

/** What several parts of the agent can't do now, told to the console as one text whenever it changes. */
export class Troubles {
  readonly #send: (message: AgentMessage) => boolean;
  readonly #details = new Map<string, string>();
  #told: string | null = null;

  /** `send` gives false when the console isn't there. */
  constructor(send: (message: AgentMessage) => boolean) {
    this.#send = send;
  }

  /** Says a part's trouble; null when it is over. */
  say(part: string, detail: string | null): void {
    if (detail === null) this.#details.delete(part);
    else this.#details.set(part, detail);
    this.#tell();
  }

  /** Starts anew for a console that knows of nothing. */
  greet(): void {
    this.#told = null;
    this.#tell();
  }

  #tell(): void {
    const detail = [...this.#details.values()].join(' · ').slice(0, longest) || null;
    if (detail !== this.#told && this.#send({ type: 'trouble', detail })) this.#told = detail;
  }
}
