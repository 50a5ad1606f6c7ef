/** Keys remembered at most; beyond it the oldest are forgotten. */
const rememberedKeys = 10_000;

/** Counts failures by key (an address) in a sliding window, so that guessing becomes slow. Time is handed in. */
export class FailureLimit {
  readonly #failures = new Map<string, number[]>();
  readonly #count: number;
  readonly #window: number;

  /** Refuses a key after `count` failures within `window` milliseconds. */
  constructor(count: number, window: number) {
    this.#count = count;
    this.#window = window;
  }

  /** Milliseconds until the key may try again; 0 when it may now. */
  waitFor(key: string, at: number): number {
    const recent = this.#recent(key, at);
    const first = recent.at(-this.#count);
    return first === undefined ? 0 : first + this.#window - at;
  }

  failed(key: string, at: number): void {
    const recent = [...this.#recent(key, at), at].slice(-this.#count);
    this.#failures.delete(key);
    this.#failures.set(key, recent);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > rememberedKeys && oldest !== undefined) this.#failures.delete(oldest);
  }

  #recent(key: string, at: number): number[] {
    return (this.#failures.get(key) ?? []).filter((time) => time > at - this.#window);
  }
}
