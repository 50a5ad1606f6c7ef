import type { DrainOverlay } from '../../../domain/overlay/overlay.ts';

/** Drains in groups that were started alike, in the order in which they came. */
export function sameSettings(drains: readonly DrainOverlay[]): readonly (readonly [DrainOverlay, ...DrainOverlay[]])[] {
  const groups = new Map<string, [DrainOverlay, ...DrainOverlay[]]>();
  for (const drain of drains) {
    const { mode, deadline, atDeadline, ignoresPersistence } = drain;
    const key = [mode, deadline, atDeadline, ignoresPersistence].join(' ');
    const group = groups.get(key);
    if (group) group.push(drain);
    else groups.set(key, [drain]);
  }
  return [...groups.values()];
}
