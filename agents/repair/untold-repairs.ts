import type { RepairedMessage } from './drift-repair.ts';

/** Messages that wait for a console; with one repair a minute, half an hour of a contest. */
const most = 30;

/**
 * Tells of repairs in their order, those too that happened while the console was away.
 *
 * Of many the newest wait, in memory: an agent that ends before its console is back has told them to its log alone.
 */
export class UntoldRepairs {
  readonly #send: (message: RepairedMessage) => boolean;
  #waiting: RepairedMessage[] = [];

  /** `send` gives false when the console isn't there. */
  constructor(send: (message: RepairedMessage) => boolean) {
    this.#send = send;
  }

  tell(message: RepairedMessage): void {
    this.#waiting = [...this.#waiting, message].slice(-most);
    this.tellWaiting();
  }

  tellWaiting(): void {
    const untold = this.#waiting.findIndex((message) => !this.#send(message));
    this.#waiting = untold < 0 ? [] : this.#waiting.slice(untold);
  }
}
