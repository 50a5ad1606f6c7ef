type Values = readonly (number | null)[];

/**
 * Each list on top of those before it: what an area reaches up to.
 *
 * What is null in one list counts for nothing there, as something that came later has no numbers before; where all are
 * null there is a gap.
 */
export function stackedValues(lists: readonly Values[], count: number): (number | null)[][] {
  const below = new Float64Array(count);
  const known = new Uint8Array(count);
  for (const list of lists) for (let point = 0; point < count; point++) if (list[point] != null) known[point] = 1;
  return lists.map((list) =>
    Array.from({ length: count }, (_, point) => {
      if (known[point] === 0) return null;
      const top = (below[point] ?? 0) + (list[point] ?? 0);
      below[point] = top;
      return top;
    }),
  );
}

/** Where a line has a number between two gaps: a line of it has no length, and only a dot is seen. */
export function lonePoints(values: Values): number[] {
  const lone: number[] = [];
  for (let point = 0; point < values.length; point++)
    if (values[point] != null && values[point - 1] == null && values[point + 1] == null) lone.push(point);
  return lone;
}

/** The stretches in which no list has a number, as points from … to (not included). */
export function gapsOf(lists: readonly Values[], count: number): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let from: number | null = null;
  for (let point = 0; point <= count; point++) {
    const empty = point < count && lists.every((list) => list[point] == null);
    if (empty) from ??= point;
    else if (from !== null) {
      gaps.push({ from, to: point });
      from = null;
    }
  }
  return gaps;
}
