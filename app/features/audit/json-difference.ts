/** One value that was written otherwise than it stood: null for a side that has none. */
export interface JsonDifference {
  /** `destinations 10.0.0.21:80 weight` */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What differs between two JSON values, leaf by leaf, in the order of the later one.
 *
 * Items of a list are matched by what they are called or where they lie, so that one removed item isn't a change of
 * all that follow.
 */
export function jsonDifferences(before: unknown, after: unknown): JsonDifference[] {
  const old = leaves(before);
  const now = leaves(after);
  const paths = new Set([...now.keys(), ...old.keys()]);
  return [...paths].flatMap((path) => {
    const difference = { path, before: old.get(path) ?? null, after: now.get(path) ?? null };
    return difference.before === difference.after ? [] : [difference];
  });
}

function leaves(value: unknown, path: readonly string[] = [], found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) leaves(item, [...path, itemName(item, index)], found);
    if (value.length === 0 && path.length > 0) found.set(path.join(' '), '[]');
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) leaves(item, [...path, name], found);
  } else if (value !== null && value !== undefined) {
    found.set(path.join(' '), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return found;
}

function itemName(item: unknown, index: number): string {
  if (typeof item !== 'object' || item === null) return `${index + 1}`;
  const { name, address, port, id } = item as Record<string, unknown>;
  if (typeof name === 'string') return name;
  if (typeof address === 'string') return typeof port === 'number' ? `${address}:${port}` : address;
  return typeof id === 'string' ? id : `${index + 1}`;
}
