import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { EnrolmentToken } from '../../domain/enrolment/enrolment-token.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { administratorProcedure, router } from '../trpc/procedures.ts';

/** A one-time token with the line to paste; it is told once and kept only as a hash. */
interface NewToken {
  readonly token: string;
  readonly line: string;
  readonly expiresAt: number;
}

export const directorsRouter = router({
  token: administratorProcedure
    .input(z.strictObject({ cluster: nameSchema, name: nameSchema, reason: reasonSchema }))
    .mutation((): Promise<NewToken> => unwritten()),
  tokens: administratorProcedure
    .input(z.strictObject({ cluster: nameSchema }))
    .query((): Promise<readonly EnrolmentToken[]> => unwritten()),
  revokeToken: administratorProcedure
    .input(z.strictObject({ id: z.string().max(24) }))
    .mutation((): Promise<void> => unwritten()),
  /** Forgets a director. Its kernel's table stays as it is. */
  remove: administratorProcedure
    .input(z.strictObject({ director: nameSchema, reason: reasonSchema, confirm: z.string().max(200).nullable() }))
    .mutation((): Promise<void> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
