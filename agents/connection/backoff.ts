const shortest = 200;
const longest = 5000;

/**
 * Milliseconds to wait before attempt number `attempt` (1, 2, …): doubling from 0.2 s to 5 s, each between half and
 * whole, so that a fleet doesn't come back to its console in step. `random` is in [0, 1).
 */
export function backoff(attempt: number, random: number): number {
  const whole = Math.min(longest, shortest * 2 ** (attempt - 1));
  return Math.round(whole * (0.5 + random / 2));
}
