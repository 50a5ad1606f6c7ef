type List = readonly (number | null)[];

/** The shortest time that shares are worked out over, and how many of them a chart has. Milliseconds. */
const shortest = 10_000;
const most = 60;

/** How long each share of a chart is worked out over: some connections must come in it, or it would be all noise. */
export function shareStep(step: number, count: number): number {
  // Rounded, as a range that ends now has a point more or less from second to second.
  return Math.max(Math.ceil(shortest / step), Math.round(count / most), 1) * step;
}

/**
 * What part (0–1) of the sum each list has, over stretches of `every` milliseconds; each point has the share of its
 * stretch. Stretches begin at whole multiples of `every` since 1970, so that they stand still while time goes on.
 *
 * A gap where nothing is known, or nothing came.
 */
export function shareLists(
  lists: readonly List[],
  whole: List,
  { start, step, count }: { readonly start: number; readonly step: number; readonly count: number },
  every: number,
): (number | null)[][] {
  const stretchOf = (point: number) => Math.floor((start + point * step) / every);
  const shares = lists.map(() => Array.from({ length: count }, (): number | null => null));
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && stretchOf(to) === stretchOf(from)) to += 1;
    let sum = 0;
    for (let point = from; point < to; point++) sum += whole[point] ?? 0;
    for (const [at, list] of lists.entries()) {
      let own = 0;
      for (let point = from; point < to; point++) if (whole[point] !== null) own += list[point] ?? 0;
      for (let point = from; point < to; point++)
        if (whole[point] != null && sum > 0) (shares[at] as (number | null)[])[point] = own / sum;
    }
    from = to;
  }
  return shares;
}
