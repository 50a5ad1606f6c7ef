import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Preview } from '../../domain/display/preview.ts';
import {
  type Draft,
  type DraftHead,
  draftNotesSchema,
  draftTitleSchema,
  type Moved,
  originSchema,
} from '../../domain/draft/draft.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { askedChangeSchema } from '../../domain/revision/asked-change.ts';
import type { Applied } from '../definition/commands.ts';
import { writtenInput } from '../definition/written-input.ts';
import { operatorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';
import { applyDraft, previewDraft } from './apply-draft.ts';
import { changeDraft, createDraft, type DraftChanged, type DraftCreated, discardDraft } from './commands.ts';
import { listDrafts, readDraft } from './read-drafts.ts';

const ofCluster = z.strictObject({ cluster: nameSchema });
const one = ofCluster.extend({ id: z.string().min(1).max(64) });
const version = z.number().int().min(1);
const base = z.number().int().min(0);

export const draftsRouter = router({
  list: viewerProcedure
    .input(ofCluster)
    .query(({ ctx, input }): Promise<readonly DraftHead[]> => listDrafts(ctx.parts, input.cluster)),
  get: viewerProcedure.input(one).query(({ ctx, input }): Promise<Draft> => readDraft(ctx.parts, input)),
  create: operatorProcedure
    .meta({ action: 'draft.create' })
    .input(
      ofCluster.extend({
        base,
        title: draftTitleSchema,
        change: askedChangeSchema,
        notes: draftNotesSchema.default([]),
        origin: originSchema.nullable().default(null),
      }),
    )
    .mutation(({ ctx, input }): Promise<DraftCreated> => createDraft(ctx.parts, ctx.actor, input)),
  change: operatorProcedure
    .meta({ action: 'draft.change' })
    .input(one.extend({ version, change: askedChangeSchema, base: base.nullable().default(null) }))
    .mutation(({ ctx, input }): Promise<DraftChanged> => changeDraft(ctx.parts, ctx.actor, input)),
  discard: operatorProcedure
    .meta({ action: 'draft.discard' })
    .input(one.extend({ reason: reasonSchema }))
    .mutation(({ ctx, input }): Promise<void> => discardDraft(ctx.parts, ctx.actor, input)),
  preview: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(one)
    .query(({ ctx, input }): Promise<Preview> => previewDraft(ctx.parts, input)),
  /** Not `apply`, which tRPC keeps for itself. */
  applyDraft: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(one.extend({ version, ...writtenInput.shape }))
    .mutation(({ ctx, input }): Promise<Applied | Moved> => applyDraft(ctx.parts, ctx.actor, input)),
});
