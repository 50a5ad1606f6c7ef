/** Whether every word of a filter is somewhere in the texts, in any case. An empty filter matches all. */
export function matches(filter: string, ...texts: readonly (string | null)[]): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = texts.join(' ').toLowerCase();
  return words.every((word) => all.includes(word));
}
