import { z } from 'zod';
import { passwordSchema, usernameSchema } from '../../domain/access/credentials.ts';
import type { Person } from '../../domain/access/person.ts';
import { roleSchema } from '../../domain/access/role.ts';
import { administratorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';
import {
  changePassword,
  createPerson,
  disablePerson,
  listPeople,
  type NewPassword,
  resetPassword,
  setRole,
} from './commands.ts';

const byUsername = z.strictObject({ username: usernameSchema });
const personName = z.string().trim().min(1).max(100);

export const accessRouter = router({
  people: administratorProcedure.query(({ ctx }): Promise<readonly Person[]> => listPeople(ctx.parts)),
  create: administratorProcedure
    .meta({ action: 'person.create' })
    .input(z.strictObject({ username: usernameSchema, name: personName, role: roleSchema }))
    .mutation(({ ctx, input }): Promise<NewPassword> => createPerson(ctx.parts, ctx.actor, input)),
  setRole: administratorProcedure
    .meta({ action: 'person.role' })
    .input(byUsername.extend({ role: roleSchema }))
    .mutation(({ ctx, input }): Promise<void> => setRole(ctx.parts, ctx.actor, input)),
  /** Somebody who was disabled may sign in again afterwards. */
  resetPassword: administratorProcedure
    .meta({ action: 'person.reset-password' })
    .input(byUsername)
    .mutation(({ ctx, input }): Promise<NewPassword> => resetPassword(ctx.parts, ctx.actor, input.username)),
  disable: administratorProcedure
    .meta({ action: 'person.disable' })
    .input(byUsername)
    .mutation(({ ctx, input }): Promise<void> => disablePerson(ctx.parts, ctx.actor, input.username)),
  changePassword: viewerProcedure
    .meta({ action: 'person.change-password' })
    .input(z.strictObject({ current: z.string().max(128), next: passwordSchema }))
    .mutation(({ ctx, input }): Promise<void> => changePassword(ctx.parts, ctx.actor, ctx.person, input)),
});
