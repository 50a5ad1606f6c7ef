/**
 * Resolves at the first of these signals; more of them change nothing.
 *
 * A Ctrl-C comes twice when a program between the terminal and this one passes it on.
 */
export function untilStopped(signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
  });
}
