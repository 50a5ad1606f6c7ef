const shortest = 1000;
const longest = 300_000;

/** Milliseconds from a failed delivery to the next: a second after the first, then twice as long each time, to 5 minutes. */
export const nextWait = (before: number | null): number => (before === null ? shortest : Math.min(longest, 2 * before));
