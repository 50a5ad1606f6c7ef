/** One figure of `npm run bench`. Ratios come from one run on one machine; times alone say little. */
export interface Figure {
  readonly name: string;
  /** Such as `87 times faster`. */
  readonly value: string;
  /** What the figure should be, and whether it is; null where there is only something to know. */
  readonly goal: { readonly text: string; readonly met: boolean } | null;
  /** The measured numbers behind it. */
  readonly behind: string;
}
