let pausedAt: number | null = null;
const listeners = new Set<() => void>();

/** Whether live views stand still, and since when (`performance.now()`); null while they run. */
export const pauseStore = {
  get: (): number | null => pausedAt,
  toggle: (): void => {
    pausedAt = pausedAt === null ? performance.now() : null;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
