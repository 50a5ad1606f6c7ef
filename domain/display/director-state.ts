/**
 * How a director stands to the definition, worst first.
 *
 * `unreachable`: no link, or nothing heard for 10 s. `behind`: the newest intent is not on it yet. `waiting`:
 * the newest revision is held back until the first director has it. `drifted`: its kernel differs from what was applied.
 */
export const directorStates = [
  'never-seen',
  'unreachable',
  'failed',
  'drifted',
  'behind',
  'waiting',
  'applying',
  'in-step',
] as const;
export type DirectorState = (typeof directorStates)[number];

export interface DirectorHead {
  readonly name: string;
  readonly cluster: string;
  readonly state: DirectorState;
  /** True when there is no kernel behind it. */
  readonly simulated: boolean;
  readonly connected: boolean;
  /** When the newest sample reached the console, in milliseconds since 1970 on its clock; null before the first. */
  readonly receivedAt: number | null;
  readonly generation: { readonly wanted: number; readonly held: number };
}

/** Older than this is dimmed with its age. Milliseconds. */
export const staleAfter = 3_000;
/** Older than this is not known any more. Milliseconds. */
export const unknownAfter = 10_000;
