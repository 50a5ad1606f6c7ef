/** The socket to the console: `idle` while no page needs it, `connecting` before it first opened. */
export type LinkState = 'idle' | 'connecting' | 'open' | 'closed';

let state: LinkState = 'idle';
const listeners = new Set<() => void>();

/** How the socket stands, for `useSyncExternalStore`. */
export const linkStore = {
  get: (): LinkState => state,
  set: (next: LinkState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
