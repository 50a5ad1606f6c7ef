const prefix = 'label:';

/** The labels that a filter asks for, as in `rs label:half=1`, and the rest of it. */
export function labelsIn(filter: string): { readonly labels: readonly string[]; readonly text: string } {
  const words = filter.split(/\s+/).filter(Boolean);
  const asks = (word: string) => word.toLowerCase().startsWith(prefix);
  return {
    labels: words.filter(asks).map((word) => word.slice(prefix.length)),
    text: words.filter((word) => !asks(word)).join(' '),
  };
}

/** Whether something has every label that is asked for, in any case. */
export const hasLabels = (labels: readonly string[], asked: readonly string[]): boolean =>
  asked.every((one) => labels.some((label) => label.toLowerCase() === one.toLowerCase()));

/** The filter with a label asked for, or no longer where it was. */
export function withLabel(filter: string, label: string): string {
  const { labels, text } = labelsIn(filter);
  const others = labels.filter((one) => one.toLowerCase() !== label.toLowerCase());
  const next = others.length === labels.length ? [...labels, label] : others;
  return [text, ...next.map((one) => prefix + one)].filter(Boolean).join(' ');
}

/** All labels of a list with how many have each, sorted. */
export function countLabels(
  rows: readonly { readonly labels: readonly string[] }[],
): readonly { readonly label: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const label of rows.flatMap((row) => row.labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
}
