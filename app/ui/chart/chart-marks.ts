/** Something that happened, to be seen beside numbers. */
export interface ChartMark {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** `bad` for what failed. */
  readonly tone: 'plain' | 'bad';
}

/** Marks too close to each other to be told apart: one mark on a chart, with the texts of all. */
export interface MarkGroup {
  readonly at: number;
  readonly marks: readonly ChartMark[];
  readonly tone: ChartMark['tone'];
}

/** Marks in the order of time, in groups that are never closer than `apart` milliseconds. */
export function groupedMarks(marks: readonly ChartMark[], apart: number): MarkGroup[] {
  const groups: { at: number; marks: ChartMark[] }[] = [];
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last && mark.at - last.at < apart) last.marks.push(mark);
    else groups.push({ at: mark.at, marks: [mark] });
  }
  return groups.map((group) => ({
    ...group,
    tone: group.marks.some(({ tone }) => tone === 'bad') ? 'bad' : 'plain',
  }));
}

/** The group nearest to a moment, when one is nearer than `within` milliseconds. */
export function groupNear(groups: readonly MarkGroup[], at: number, within: number): MarkGroup | null {
  let nearest: MarkGroup | null = null;
  for (const group of groups)
    if (Math.abs(group.at - at) <= within && (!nearest || Math.abs(group.at - at) < Math.abs(nearest.at - at)))
      nearest = group;
  return nearest;
}

/** The group after (1) or before (-1) a moment; from the end when there is no moment yet. */
export function groupBeside(groups: readonly MarkGroup[], at: number | null, way: 1 | -1): MarkGroup | null {
  if (at === null) return (way === 1 ? groups[0] : groups.at(-1)) ?? null;
  return (way === 1 ? groups.find((group) => group.at > at) : groups.findLast((group) => group.at < at)) ?? null;
}
