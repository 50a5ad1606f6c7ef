import type { TRPCError } from '@trpc/server';
import type { ConsoleParts } from '../console-parts.ts';
import { errorData } from './error-shape.ts';

/** Writes what was not expected to the log; a refusal is an answer, not a failure. */
export function logFailure({ log }: ConsoleParts, error: TRPCError, procedure: string | undefined): void {
  if (errorData(error).code === 'UNAVAILABLE')
    log.error({ err: error.cause ?? error, procedure }, 'a procedure failed');
}
