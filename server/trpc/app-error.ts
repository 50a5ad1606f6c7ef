import type { Problem } from '../../domain/definition/change.ts';
import type { Job } from '../../domain/display/job.ts';
import type { GuardBreach } from '../../domain/guard/guard-breach.ts';

/** Everything that a request can be refused with. Closed: a screen has a text for each. */
export const appErrorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID',
  'CONFIRM_REQUIRED',
  /** It would bring services below their guard. */
  'GUARD',
  /** A director's kernel did not take it, or has it otherwise. */
  'NOT_APPLIED',
  'TOO_MANY',
  'UNAVAILABLE',
] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

interface Details {
  /** For INVALID: the fields and what is wrong with them. */
  readonly problems?: readonly Problem[];
  /** For CONFIRM_REQUIRED: the name that must be typed. */
  readonly confirm?: string;
  /** For CONFLICT: the revision that somebody else wrote meanwhile. */
  readonly conflict?: { readonly revision: number; readonly by: string; readonly reason: string; readonly at: number };
  /** For NOT_APPLIED: what became of it on each director. */
  readonly job?: Job;
  /** For GUARD: the services, with what would serve and what must. */
  readonly guard?: readonly GuardBreach[];
}

/** A refusal that reaches the screen as its code; the message is for logs and scripts. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly details: Details;

  constructor(code: AppErrorCode, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** A refusal for one field or for the whole input (`path` empty), by a code of the message catalogues. */
export const invalid = (message: string, path: readonly (string | number)[] = []): AppError =>
  new AppError('INVALID', message, { problems: [{ path, message }] });
