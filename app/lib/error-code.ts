import { TRPCClientError } from '@trpc/client';
import type { Problem } from '../../domain/definition/change.ts';
import type { AppRouter } from '../../server/router.ts';
import type { AppErrorCode } from '../../server/trpc/app-error.ts';

const dataOf = (error: unknown) =>
  error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;

/** What the console refused a request with; UNREACHABLE when it didn't answer at all. */
export function errorCode(error: unknown): AppErrorCode | 'UNREACHABLE' {
  return dataOf(error)?.code ?? 'UNREACHABLE';
}

/** The fields that the console found wrong, for INVALID. */
export const errorProblems = (error: unknown): readonly Problem[] => dataOf(error)?.problems ?? [];

/** The name that the console wants typed, for CONFIRM_REQUIRED. */
export const errorConfirm = (error: unknown): string | null => dataOf(error)?.confirm ?? null;
