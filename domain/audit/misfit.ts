import type { ChainRow } from './chain-row.ts';
import type { ChainBreak } from './chain-verdict.ts';

/** What is known where the first row didn't fit. */
export interface Misfit {
  readonly row: ChainRow;
  /** The number and the hash that the row before it has. */
  readonly expected: { readonly seq: number; readonly previous: string };
  /** Whether the row's hash is of what it says. */
  readonly selfConsistent: boolean;
  /** The row of those before, whose hash this one says to follow; null when it is none of them. */
  readonly follows: number | null;
}

/**
 * Looks at the rows behind the first that didn't fit, and tells by them what was done.
 *
 * In constant memory: rows that were moved may be far away. What is asked of each is whether it is the one that should
 * have stood there, and whether it stood beside the one that does.
 */
export class MisfitSearch {
  readonly #misfit: Misfit;
  /** Rows until the one that should have stood there; null while it wasn't met. */
  #successorAfter: number | null = null;
  #isGenuine = false;
  #passed = 0;
  /** Whether the next row is as it was written, in its own place. */
  #nextFits = true;

  constructor(misfit: Misfit) {
    this.#misfit = misfit;
  }

  /** `fits` says whether a row's hash is of what it says; it is asked of the first only. */
  take(row: ChainRow, fits: (row: ChainRow) => boolean): void {
    const { row: stranger, expected } = this.#misfit;
    this.#passed += 1;
    if (this.#passed === 1) this.#nextFits = row.seq === expected.seq + 1 && fits(row);
    if (row.previous === expected.previous && this.#successorAfter === null) this.#successorAfter = this.#passed;
    if (row.previous === stranger.hash || row.hash === stranger.previous) this.#isGenuine = true;
  }

  /** What was done, by what the rows tell. */
  found(): ChainBreak {
    const { row, expected, selfConsistent, follows } = this.#misfit;
    const at = expected.seq;
    const moved = this.#successorAfter;
    if (row.previous === expected.previous && row.seq === at)
      // Its place is right and its content isn't; where another one claims the place, it was put in.
      return moved === null ? broken('edited', at, at) : broken('inserted', at, at + moved - 1);
    if (moved !== null)
      return this.#isGenuine ? broken('reordered', at, at + moved) : broken('inserted', at, at + moved - 1);
    if (follows !== null) return broken('inserted', follows + 1, at - 1);
    if (row.seq > at) return broken('deleted', at, row.seq - 1);
    if (row.seq < at) return broken('reordered', row.seq, at);
    // It is in its own place and follows one that isn't there: that one was written anew, its hash too.
    if (selfConsistent && at > 1) return broken('edited', at - 1, at - 1);
    return selfConsistent || this.#nextFits ? broken('edited', at, at) : broken('deleted', at, null);
  }
}

const broken = (kind: ChainBreak['kind'], seq: number, upTo: number | null): ChainBreak => ({
  ...{ kind, seq, upTo },
  foundBy: 'rows',
  by: null,
});
