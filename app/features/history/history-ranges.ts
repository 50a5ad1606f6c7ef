const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Ranges that end now, and how long they are in milliseconds. */
export const presetLengths = {
  '10m': 10 * minute,
  '1h': hour,
  '6h': 6 * hour,
  '24h': day,
  '7d': 7 * day,
  '30d': 30 * day,
  '1y': 365 * day,
} as const;

export type Preset = keyof typeof presetLengths;
export const presets = Object.keys(presetLengths) as Preset[];

/** What is looked at: the time up to now, or a stretch that stands still. */
export type LookedAt =
  | { readonly kind: 'live'; readonly preset: Preset }
  | { readonly kind: 'fixed'; readonly from: number; readonly to: number; readonly preset: Preset };

/** The shortest stretch that can be looked at: ten points of a second. Milliseconds. */
export const shortestRange = 10_000;

/** What an address asks for: times that make no sense are passed over. */
export function lookedAt(preset: Preset, from: number | null, to: number | null): LookedAt {
  if (from === null || to === null || from < 0 || to - from < shortestRange) return { kind: 'live', preset };
  return { kind: 'fixed', from, to, preset };
}

/** A stretch made at least as long as can be looked at, around its middle. */
export function atLeastShortest({ from, to }: { readonly from: number; readonly to: number }) {
  if (to - from >= shortestRange) return { from: Math.round(from), to: Math.round(to) };
  const start = Math.max(0, Math.round((from + to - shortestRange) / 2));
  return { from: start, to: start + shortestRange };
}
