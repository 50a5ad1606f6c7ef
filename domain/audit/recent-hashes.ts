/** The hashes of the last rows, by their numbers, in bounded memory. */
export class RecentHashes {
  readonly #bound: number;
  readonly #seqs = new Map<string, number>();

  constructor(bound: number) {
    this.#bound = bound;
  }

  keep(seq: number, hash: string): void {
    this.#seqs.set(hash, seq);
    if (this.#seqs.size <= this.#bound) return;
    const [oldest] = this.#seqs.keys();
    if (oldest !== undefined) this.#seqs.delete(oldest);
  }

  seqOf(hash: string): number | undefined {
    return this.#seqs.get(hash);
  }
}
