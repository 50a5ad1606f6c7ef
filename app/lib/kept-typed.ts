import { z } from 'zod';

/** What somebody typed, and the revision on which they began. */
export interface Typed {
  readonly base: number;
  readonly values: unknown;
}

const typedSchema = z.strictObject({ base: z.number().int().min(0), values: z.unknown() });

/** The part of a browser's storage that is needed here. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What is typed into one form, kept beyond a reload of its tab.
 *
 * A storage that is full or shut off keeps nothing: then a reload loses what was typed, as it always did.
 */
export function keptTyped(store: () => Store, place: string) {
  const key = `shoal typed ${place}`;
  const tried = <Value>(act: (open: Store) => Value): Value | null => {
    try {
      return act(store());
    } catch {
      return null;
    }
  };
  return {
    read: (): Typed | null =>
      tried((open) => {
        const text = open.getItem(key);
        if (text === null) return null;
        const read = typedSchema.safeParse(JSON.parse(text));
        return read.success ? { base: read.data.base, values: read.data.values } : null;
      }),
    keep: (typed: Typed): void => void tried((open) => open.setItem(key, JSON.stringify(typed))),
    forget: (): void => void tried((open) => open.removeItem(key)),
  };
}
