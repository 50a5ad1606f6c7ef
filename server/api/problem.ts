import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { AppError, appErrorCodes } from '../trpc/app-error.ts';
import { asTrpcError, errorData } from '../trpc/error-shape.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { OtherRequest } from './kept-answers.ts';
import { TooLarge } from './read-body.ts';

const capacity = z.object({ serving: z.int(), weightPercent: z.number() });

/** A refusal (RFC 9457). Scripts go by `code`; `problems` name fields. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(appErrorCodes),
    /** `field` is a JSON pointer into what was sent; `problem` is a code, or a sentence of the schema's. */
    problems: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
    /** What `confirm` must be to go on. */
    confirm: z.string().optional(),
    /** The virtual services that would go below their guard. */
    guard: z
      .array(z.object({ service: z.string(), name: z.string(), before: capacity, after: capacity, guard: z.unknown() }))
      .optional(),
    /** The revision that somebody else wrote meanwhile. */
    conflict: z.object({ revision: z.int(), by: z.string(), reason: z.string(), at: z.int() }).optional(),
    /** What became of the change on each director. */
    job: z.unknown().optional(),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (application/problem+json).' });

export type Problem = z.output<typeof problemSchema>;

const titles: Record<Problem['code'], string> = {
  UNAUTHENTICATED: 'A token is needed',
  FORBIDDEN: 'The token does not allow it',
  NOT_FOUND: 'There is no such thing',
  CONFLICT: 'It is not as it was',
  INVALID: 'The request is not valid',
  CONFIRM_REQUIRED: 'It must be confirmed',
  GUARD: 'Too little would serve',
  NOT_APPLIED: 'A kernel does not have it',
  TOO_MANY: 'Too many requests',
  UNAVAILABLE: 'The console failed',
};

/** The answer to a request that failed, by the one mapping of errors. */
export function problemOf(error: unknown): Problem {
  const failed = asFailure(error);
  const { code, message, problems, confirm, guard } = errorData(failed);
  const { conflict, job } = failed.cause instanceof AppError ? failed.cause.details : {};
  return {
    type: `/api/v1/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[code],
    status: conflict ? 412 : getHTTPStatusCodeFromError(failed),
    detail: message,
    code,
    ...(problems.length > 0
      ? { problems: problems.map(({ path, message: problem }) => ({ field: pointer(path), problem })) }
      : {}),
    ...(confirm === null ? {} : { confirm }),
    ...(guard.length > 0 ? { guard: [...guard] } : {}),
    ...(conflict ? { conflict } : {}),
    ...(job ? { job } : {}),
  };
}

function asFailure(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  if (error instanceof AppError) return asTrpcError(error);
  if (error instanceof z.ZodError) return new TRPCError({ code: 'BAD_REQUEST', cause: error });
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
}

/** RFC 6901. */
const pointer = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A refusal as it goes over the wire; `status` where HTTP has a word for it that our codes haven't. */
export function problemAnswer(error: unknown, status?: number): Answer {
  const problem = problemOf(error);
  const own = error instanceof OtherRequest ? 422 : error instanceof TooLarge ? 413 : undefined;
  const answered = { ...problem, status: status ?? own ?? problem.status };
  const headers = answered.status === 401 ? { 'www-authenticate': 'Bearer realm="shoal"' } : {};
  return jsonAnswer(answered.status, answered, {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
  });
}
