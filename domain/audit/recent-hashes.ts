/** The hashes of the last rows, by their numbers, in bounded memory. */
export class RecentHashes {
  readonly #bound: number;
  /** By the number's remainder: keeping one must cost nothing, and looking for one is done once. */
  readonly #kept: { seq: number; hash: string }[] = [];

  constructor(bound: number) {
    this.#bound = bound;
  }

  keep(row: { readonly seq: number; readonly hash: string }): void {
    this.#kept[row.seq % this.#bound] = row;
  }

  seqOf(hash: string): number | undefined {
    return this.#kept.find((row) => row?.hash === hash)?.seq;
  }
}
