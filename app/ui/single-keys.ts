const setting = 'shoal-single-keys';
const listeners = new Set<() => void>();

/** Whether single keys do something, as somebody chose on this device; those with Ctrl or ⌘ always do. */
export const singleKeys = {
  get: (): 'on' | 'off' => (localStorage.getItem(setting) === 'off' ? 'off' : 'on'),
  set: (choice: 'on' | 'off'): void => {
    localStorage.setItem(setting, choice);
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
