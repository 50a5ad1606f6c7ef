/** How `shoal` ends, for scripts; docs/operations/command-line.md has them, too. */
export const exitCodes = {
  done: 0,
  /** It was done and went wrong: a kernel did not take it, a release halted, a log is not as it was written. */
  failed: 1,
  /** Too little would serve. */
  guard: 2,
  /** It goes on; the time to wait for it is over. */
  timedOut: 3,
  /** Refused, and nothing was done: not allowed, not valid, not confirmed, or somebody else was first. */
  refused: 4,
  /** The console couldn't be reached, or couldn't answer. */
  notReached: 5,
  /** The command line itself is wrong. EX_USAGE of sysexits(3). */
  usage: 64,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with a text on standard error. */
export class Ending extends Error {
  readonly code: ExitCode;

  constructor(code: keyof typeof exitCodes, message: string) {
    super(message);
    this.code = exitCodes[code];
  }
}

export const usage = (message: string): Ending => new Ending('usage', message);
