import { z } from 'zod';
import { passwordSchema, usernameSchema } from '../../domain/access/credentials.ts';
import type { Person } from '../../domain/access/person.ts';
import { roleSchema } from '../../domain/access/role.ts';
import { administratorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';

const byUsername = z.strictObject({ username: usernameSchema });
const personName = z.string().trim().min(1).max(100);

/** A password that is told once and kept nowhere in the clear. */
interface NewPassword {
  readonly password: string;
}

export const accessRouter = router({
  people: administratorProcedure.query((): Promise<readonly Person[]> => unwritten()),
  create: administratorProcedure
    .input(z.strictObject({ username: usernameSchema, name: personName, role: roleSchema }))
    .mutation((): Promise<NewPassword> => unwritten()),
  setRole: administratorProcedure
    .input(byUsername.extend({ role: roleSchema }))
    .mutation((): Promise<void> => unwritten()),
  resetPassword: administratorProcedure.input(byUsername).mutation((): Promise<NewPassword> => unwritten()),
  disable: administratorProcedure.input(byUsername).mutation((): Promise<void> => unwritten()),
  changePassword: viewerProcedure
    .input(z.strictObject({ current: z.string().max(128), next: passwordSchema }))
    .mutation((): Promise<void> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
