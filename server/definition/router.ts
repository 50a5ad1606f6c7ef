import { z } from 'zod';
import { changeSchema } from '../../domain/definition/change.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { reasonSchema, serviceKeyTextSchema } from '../../domain/overlay/overlay.ts';
import { operatorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';
import { type Applied, applyDefinition, previewChange, reapplyDefinition } from './commands.ts';

/** The revision on which a form was opened; 0 before the first. */
const base = z.number().int().min(0);
const changed = z.strictObject({ cluster: nameSchema, base, change: changeSchema });
const written = z.strictObject({
  reason: reasonSchema,
  takeOver: z.array(serviceKeyTextSchema).max(5000).default([]),
  /** What was typed to confirm; null when nothing was asked for. */
  confirm: z.string().max(200).nullable().default(null),
});

export const definitionRouter = router({
  /** Apart from the live views: it is large, and changes only with a revision. */
  current: viewerProcedure
    .input(z.strictObject({ cluster: nameSchema }))
    .query(({ ctx, input }): { revision: number; definition: Definition } => {
      const { revision, definition } = ctx.parts.fleet.cluster(input.cluster).wanted;
      return { revision, definition };
    }),
  preview: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(changed)
    .query(({ ctx, input }): Preview => previewChange(ctx.parts, input)),
  /** Not `apply`, which tRPC keeps for itself. */
  applyChange: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(changed.extend(written.shape))
    .mutation(({ ctx, input }): Promise<Applied> => applyDefinition(ctx.parts, ctx.actor, input)),
  /** Sends the current revision again as a new intent, to put right what drifted or failed. */
  reapply: operatorProcedure
    .meta({ action: 'definition.reapply' })
    .input(z.strictObject({ cluster: nameSchema, ...written.shape }))
    .mutation(({ ctx, input }): Promise<{ generation: number }> => reapplyDefinition(ctx.parts, ctx.actor, input)),
});
