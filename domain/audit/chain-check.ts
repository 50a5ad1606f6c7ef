import { type ChainRow, chainText, genesis, type Sha256 } from './chain-row.ts';
import type { Agreement, ChainBreak, ChainVerdict, Mark } from './chain-verdict.ts';
import { MisfitSearch } from './misfit.ts';
import { RecentHashes } from './recent-hashes.ts';

/** Rows in whose place others may have been put, to be told as such. */
const recentRows = 1000;

export interface ChainNeeds {
  readonly sha256: Sha256;
  /** What the log's hashes were, by the words of some; in any order. */
  readonly marks: readonly Mark[];
  /** The row behind which the rows begin; null for the first. */
  readonly after?: { readonly seq: number; readonly hash: string } | null;
  /** True for an excerpt: rows that are missing between others are no break, nor are those behind the last. */
  readonly excerpt?: boolean;
}

/**
 * Checks a log row by row, in the order in which it stands, in bounded memory; `end` gives the verdict.
 *
 * Only the first break is told: behind it nothing can be trusted.
 */
export class ChainCheck {
  readonly #needs: ChainNeeds;
  readonly #marks = new Map<number, Mark[]>();
  readonly #agreed = new Map<string | null, { count: number; upTo: number }>();
  readonly #recent = new RecentHashes(recentRows);
  #last: { seq: number; hash: string } | null;
  #rows = 0;
  #search: MisfitSearch | null = null;
  #broken: ChainBreak | null = null;

  constructor(needs: ChainNeeds) {
    this.#needs = needs;
    this.#last = needs.after ?? null;
    for (const mark of needs.marks) this.#marks.set(mark.seq, [...(this.#marks.get(mark.seq) ?? []), mark]);
  }

  take(row: ChainRow): void {
    this.#rows += 1;
    if (this.#search) this.#search.take(row, (next) => this.#fits(next));
    else if (!this.#broken) this.#check(row);
  }

  end(): ChainVerdict {
    const broken = this.#search?.found() ?? this.#broken ?? this.#tailCut();
    const agreed = [...this.#agreed].map(([by, { count, upTo }]): Agreement => ({ by, count, upTo }));
    return { rows: this.#rows, last: this.#last, broken, agreed };
  }

  #check(row: ChainRow): void {
    const skips = this.#needs.excerpt && row.seq > (this.#last?.seq ?? 0) + 1;
    const seq = skips ? row.seq : (this.#last?.seq ?? 0) + 1;
    const previous = skips ? row.previous : (this.#last?.hash ?? genesis);
    const selfConsistent = this.#fits(row);
    if (!selfConsistent || row.seq !== seq || row.previous !== previous) {
      const follows = row.previous === previous ? null : (this.#recent.seqOf(row.previous) ?? null);
      this.#search = new MisfitSearch({ row, expected: { seq, previous }, selfConsistent, follows });
      return;
    }
    this.#compare(row);
    this.#last = { seq, hash: row.hash };
    this.#recent.keep(this.#last);
  }

  #fits(row: ChainRow): boolean {
    return this.#needs.sha256(chainText(row, row.previous)) === row.hash;
  }

  /** With what others say that the hash was. */
  #compare({ seq, hash }: ChainRow): void {
    const marks = this.#marks.get(seq) ?? [];
    const other = marks.find((mark) => mark.hash !== hash);
    if (other) {
      const sure = Math.max(0, ...[...this.#agreed.values()].map(({ upTo }) => upTo));
      this.#broken = { kind: 'rewritten', seq: sure + 1, upTo: seq, ...foundBy(other) };
      return;
    }
    for (const { by } of marks) this.#agreed.set(by, { count: (this.#agreed.get(by)?.count ?? 0) + 1, upTo: seq });
  }

  #tailCut(): ChainBreak | null {
    if (this.#needs.excerpt) return null;
    const end = this.#last?.seq ?? 0;
    const [furthest] = this.#needs.marks.filter(({ seq }) => seq > end).sort((a, b) => b.seq - a.seq);
    return furthest ? { kind: 'tail-cut', seq: end + 1, upTo: furthest.seq, ...foundBy(furthest) } : null;
  }
}

const foundBy = ({ by }: Mark): Pick<ChainBreak, 'foundBy' | 'by'> => ({
  foundBy: by === null ? 'checkpoint' : 'witness',
  by,
});
