import type { Sides } from './clash.ts';

/**
 * Three lists as one, by what `merge` makes of the items with the same key; it gives undefined for one that goes.
 *
 * The order is mine, or theirs where they moved something; what only the other has stands behind what it stands
 * behind there.
 */
export function mergeKeyed<T>(
  lists: Sides<readonly T[]>,
  keyOf: (item: T) => string,
  merge: (items: Sides<T | undefined>) => T | undefined,
): T[] {
  const byKey = (list: readonly T[]) => new Map(list.map((item) => [keyOf(item), item]));
  const base = byKey(lists.base);
  const mine = byKey(lists.mine);
  const theirs = byKey(lists.theirs);
  const keys = mergedOrder({ base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] });
  return keys
    .map((key) => merge({ base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }))
    .filter((item) => item !== undefined);
}

/** The keys of mine and theirs in an order that both would know again. */
export function mergedOrder<K extends string>({ base, mine, theirs }: Sides<readonly K[]>): K[] {
  const inTheirs = new Set(theirs);
  const inBase = new Set(base);
  const kept = base.filter((key) => inTheirs.has(key));
  const moved = theirs.filter((key) => inBase.has(key)).some((key, at) => key !== kept[at]);
  const [first, second] = moved ? [theirs, mine] : [mine, theirs];
  const known = new Set(first);
  const start: K[] = [];
  const behind = new Map<K, K[]>();
  let place = start;
  for (const key of second) {
    if (!known.has(key)) {
      place.push(key);
      continue;
    }
    place = [];
    behind.set(key, place);
  }
  return [...start, ...first.flatMap((key) => [key, ...(behind.get(key) ?? [])])];
}
