/** A name that a definition accepts, and whether it is not the one that was asked for. */
export interface GivenName {
  readonly name: string;
  readonly changed: boolean;
}

const longestName = 63;

/**
 * Gives out names that differ from each other and have only the characters that a definition accepts
 * (`nameSchema`): letters, digits, dot, dash and underscore, at most 63.
 *
 * Other characters become a dash; a name that is taken gets a number behind it (`web-2`). `spare` stands in for a name
 * of which nothing is left.
 */
export function uniqueNames(): (wanted: string, spare: string) => GivenName {
  const given = new Set<string>();
  /** The last number that a name was given, so that a thousand equal names don't count from 2 each. */
  const counts = new Map<string, number>();
  return (wanted, spare) => {
    const plain = plainName(wanted) || spare;
    let name = plain;
    for (let count = counts.get(plain) ?? 1; given.has(name); ) {
      count += 1;
      counts.set(plain, count);
      name = `${plain.slice(0, longestName - 1 - String(count).length)}-${count}`;
    }
    given.add(name);
    return { name, changed: name !== wanted };
  };
}

function plainName(text: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,62}$/i.test(text)) return text;
  return text
    .slice(0, 500)
    .replace(/[^a-z0-9._-]+/gi, '-')
    .replace(/^[^a-z0-9]+/i, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
}
