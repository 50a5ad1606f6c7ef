import { type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Problem } from '../../domain/definition/change.ts';
import type { GuardBreach } from '../../domain/guard/guard-breach.ts';
import { AppError, type AppErrorCode } from './app-error.ts';

/** The one table between our codes and tRPC's, which decide the HTTP status. */
const trpcCodes: Record<AppErrorCode, TRPC_ERROR_CODE_KEY> = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  INVALID: 'BAD_REQUEST',
  CONFIRM_REQUIRED: 'PRECONDITION_FAILED',
  GUARD: 'PRECONDITION_FAILED',
  NOT_APPLIED: 'BAD_GATEWAY',
  TOO_MANY: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
};

/** What tRPC itself refuses, before one of our procedures runs. */
const ownCodes: Partial<Record<TRPC_ERROR_CODE_KEY, AppErrorCode>> = {
  NOT_FOUND: 'NOT_FOUND',
  BAD_REQUEST: 'INVALID',
  PARSE_ERROR: 'INVALID',
  METHOD_NOT_SUPPORTED: 'INVALID',
  UNSUPPORTED_MEDIA_TYPE: 'INVALID',
  PAYLOAD_TOO_LARGE: 'INVALID',
};

/** An `AppError` as tRPC throws it, so that the HTTP status fits; anything else as it came. */
export const asTrpcError = (error: AppError): TRPCError =>
  new TRPCError({ code: trpcCodes[error.code], message: error.message, cause: error });

/** What a browser gets of an error: never a text that we didn't write. */
export interface ErrorData {
  readonly code: AppErrorCode;
  readonly problems: readonly Problem[];
  readonly confirm: string | null;
  /** For GUARD: the services, with what would serve and what must. */
  readonly guard: readonly GuardBreach[];
}

/** The refusal in an error; UNAVAILABLE for the unexpected, whose text stays in the console's log. */
export function errorData(error: TRPCError): ErrorData & { readonly message: string } {
  const { cause } = error;
  if (cause instanceof AppError) {
    const { problems = [], confirm = null, guard = [] } = cause.details;
    return { code: cause.code, problems, confirm, guard, message: cause.message };
  }
  if (cause instanceof z.ZodError)
    return {
      code: 'INVALID',
      problems: problemsOf(cause),
      confirm: null,
      guard: [],
      message: 'The input is not valid.',
    };
  const code = ownCodes[error.code];
  if (code) return { code, problems: [], confirm: null, guard: [], message: error.message };
  return {
    code: 'UNAVAILABLE',
    problems: [],
    confirm: null,
    guard: [],
    message: 'The console failed. Its log says why.',
  };
}

const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message: issue.message,
  }));
