/** Resolves at the first of these signals; a second one ends the process at once. */
export function untilStopped(signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals)
      process.once(signal, () => {
        for (const other of signals) process.on(other, () => process.exit(1));
        resolve();
      });
  });
}
