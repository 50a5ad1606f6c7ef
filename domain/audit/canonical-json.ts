/**
 * A JSON value as the one text that all equal values have: no blanks, keys in the order of their UTF-16 code units.
 *
 * What `JSON.stringify` leaves out is left out, and numbers are as it writes them. Keys that are array indexes come
 * first, because objects have no other order for them: always the same, too. Null for what has no JSON (undefined).
 */
export const canonicalJson = (value: unknown): string | null => JSON.stringify(value, sorted) ?? null;

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
