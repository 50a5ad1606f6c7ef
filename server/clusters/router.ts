import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { administratorProcedure, router } from '../trpc/procedures.ts';

export const clustersRouter = router({
  create: administratorProcedure
    .input(z.strictObject({ name: nameSchema }))
    .mutation((): Promise<{ name: string }> => unwritten()),
  /** Only without directors and services. */
  remove: administratorProcedure
    .input(z.strictObject({ name: nameSchema, reason: reasonSchema }))
    .mutation((): Promise<void> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
