/** Most of a text's letters that the index is asked for; the rows themselves decide. */
const mostTrigrams = 24;

/** What to ask the text index for: rows that have each three letters of a text. Null for a text of fewer than three. */
export function trigramQuery(text: string): string | null {
  const letters = Array.from(text);
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) trigrams.add(letters.slice(at, at + 3).join(''));
  if (trigrams.size === 0) return null;
  return [...trigrams]
    .slice(0, mostTrigrams)
    .map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
    .join(' AND ');
}
