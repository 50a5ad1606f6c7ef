import { initTRPC } from '@trpc/server';
import { includesRole, type Role } from '../../domain/access/role.ts';
import type { AuditAction } from '../../domain/audit/audit-row.ts';
import { personActor } from '../audit/actor.ts';
import { recordDenial } from '../audit/record-denial.ts';
import { refusedToToken } from '../tokens/refused-to-token.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';
import { asTrpcError, errorData } from './error-shape.ts';
import { transformer } from './transformer.ts';

interface Meta {
  /** What the audit log calls a refused call. */
  readonly action?: AuditAction;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer,
    errorFormatter: ({ error, shape }) => {
      const { message, ...data } = errorData(error);
      return { code: shape.code, message, data: { ...data, httpStatus: shape.data.httpStatus } };
    },
  });

export const { router, createCallerFactory } = t;

const answers = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw asTrpcError(result.error.cause);
  return result;
});

const needing = (needed: Role) =>
  answers.use(async ({ ctx, meta, path, getRawInput, next }) => {
    const { parts, person, source } = ctx;
    if (!person) throw new AppError('UNAUTHENTICATED', 'Sign in first.');
    const actor = personActor(person, source);
    if (!includesRole(person.role, needed)) {
      await recordDenial(parts, actor, meta?.action ?? 'read', path, await getRawInput());
      throw new AppError('FORBIDDEN', `This needs the role ${needed}.`);
    }
    if (person.token) {
      const input = await getRawInput();
      const refusal = await refusedToToken(person.token, { path, action: meta?.action ?? null, input }, parts);
      if (refusal !== null) {
        await recordDenial(parts, actor, meta?.action ?? 'read', path, input);
        throw new AppError('FORBIDDEN', refusal);
      }
    }
    return next({ ctx: { ...ctx, person, actor } });
  });

/** For everybody, signed in or not. */
export const publicProcedure = answers;
/** For anybody who is signed in. */
export const viewerProcedure = needing('viewer');
export const operatorProcedure = needing('operator');
export const administratorProcedure = needing('administrator');
