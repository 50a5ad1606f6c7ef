/** The socket to the console: `connecting` before it first opened. */
export type LinkState = 'connecting' | 'open' | 'closed';

let state: LinkState = 'connecting';
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
