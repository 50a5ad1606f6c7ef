/** Keys remembered at most; beyond it the oldest are forgotten. */
const rememberedKeys = 10_000;

/** Lets a key do so much at once and so much in the long run, so that one program leaves the others room. */
export class RequestLimit {
  readonly #left = new Map<string, { readonly tokens: number; readonly at: number }>();
  readonly #atOnce: number;
  readonly #perSecond: number;

  constructor(atOnce: number, perSecond: number) {
    this.#atOnce = atOnce;
    this.#perSecond = perSecond;
  }

  /** Counts a request of a key at `at`; milliseconds until it may be made, 0 when it may now. One that waits isn't counted. */
  take(key: string, at: number): number {
    const { tokens, at: since } = this.#left.get(key) ?? { tokens: this.#atOnce, at };
    const now = Math.min(this.#atOnce, tokens + (Math.max(0, at - since) / 1000) * this.#perSecond);
    if (now < 1) return Math.ceil(((1 - now) / this.#perSecond) * 1000);
    this.#left.delete(key);
    this.#left.set(key, { tokens: now - 1, at });
    const [oldest] = this.#left.keys();
    if (this.#left.size > rememberedKeys && oldest !== undefined) this.#left.delete(oldest);
    return 0;
  }
}
