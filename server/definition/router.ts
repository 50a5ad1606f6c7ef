import { z } from 'zod';
import type { Definition } from '../../domain/definition/definition.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { askedChangeSchema } from '../../domain/revision/asked-change.ts';
import { operatorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';
import { type Applied, applyDefinition, previewChange, previewReapply, reapplyDefinition } from './commands.ts';
import { writtenInput } from './written-input.ts';

/** The revision on which a form was opened; 0 before the first. */
const base = z.number().int().min(0);
const changed = z.strictObject({ cluster: nameSchema, base, change: askedChangeSchema });

const again = z.strictObject({
  cluster: nameSchema,
  /** What is to be put right, as `stepTarget` names it; null for everything that differs. */
  only: z.array(z.string().min(1).max(200)).min(1).max(20_000).nullable().default(null),
});
/** Foreign services that it may take over. */
const takingOver = { takeOver: writtenInput.shape.takeOver };

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
    .input(changed.extend(takingOver))
    .query(({ ctx, input }): Promise<Preview> => previewChange(ctx.parts, input)),
  /** Not `apply`, which tRPC keeps for itself. */
  applyChange: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(changed.extend(writtenInput.shape))
    .mutation(({ ctx, input }): Promise<Applied> => applyDefinition(ctx.parts, ctx.actor, input)),
  previewReapply: operatorProcedure
    .meta({ action: 'definition.reapply' })
    .input(again.extend(takingOver))
    .query(({ ctx, input }): Preview => previewReapply(ctx.parts, input)),
  /** Sends the current revision again as a new intent, to put right what drifted or failed. */
  reapply: operatorProcedure
    .meta({ action: 'definition.reapply' })
    .input(again.extend(writtenInput.shape))
    .mutation(({ ctx, input }): Promise<{ generation: number }> => reapplyDefinition(ctx.parts, ctx.actor, input)),
});
