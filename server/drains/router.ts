import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { drainTargetSchema, reasonSchema } from '../../domain/overlay/overlay.ts';
import { operatorProcedure, router } from '../trpc/procedures.ts';

const targeted = z.strictObject({ cluster: nameSchema, targets: z.array(drainTargetSchema).min(1).max(1000) });

export const drainsRouter = router({
  preview: operatorProcedure
    .input(targeted.extend({ action: z.enum(['drain', 'return']) }))
    .query((): Promise<Preview> => unwritten()),
  start: operatorProcedure
    .input(targeted.extend({ reason: reasonSchema, confirm: z.string().max(200).nullable().default(null) }))
    .mutation((): Promise<{ generation: number; overlays: readonly string[] }> => unwritten()),
  end: operatorProcedure
    .input(targeted.extend({ reason: reasonSchema }))
    .mutation((): Promise<{ generation: number }> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
