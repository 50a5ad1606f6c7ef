import { z } from 'zod';
import type { Problem } from '../../domain/definition/change.ts';
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
import { AppError } from '../trpc/app-error.ts';
import { operatorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';

type Problems = { readonly ok: false; readonly problems: readonly Problem[] };
export type DraftCreated = { readonly ok: true; readonly id: string } | Problems;
export type DraftChanged = { readonly ok: true; readonly version: number } | Problems | Moved;

const ofCluster = z.strictObject({ cluster: nameSchema });
const one = ofCluster.extend({ id: z.string().min(1).max(64) });
const version = z.number().int().min(1);
const base = z.number().int().min(0);

const notYet = () => {
  throw new AppError('UNAVAILABLE', 'Not yet.');
};

export const draftsRouter = router({
  list: viewerProcedure.input(ofCluster).query(async (): Promise<readonly DraftHead[]> => notYet()),
  get: viewerProcedure.input(one).query(async (): Promise<Draft> => notYet()),
  create: operatorProcedure
    .meta({ action: 'draft.create' })
    .input(
      ofCluster.extend({
        base,
        title: draftTitleSchema,
        /** Made to the base's definition. */
        change: askedChangeSchema,
        notes: draftNotesSchema.default([]),
        origin: originSchema.nullable().default(null),
      }),
    )
    .mutation(async (): Promise<DraftCreated> => notYet()),
  change: operatorProcedure
    .meta({ action: 'draft.change' })
    .input(
      one.extend({
        version,
        /** Made to the draft's definition. */
        change: askedChangeSchema,
        /** The newer revision that it was brought to; null while it stays on its base. */
        base: base.nullable().default(null),
      }),
    )
    .mutation(async (): Promise<DraftChanged> => notYet()),
  discard: operatorProcedure
    .meta({ action: 'draft.discard' })
    .input(one.extend({ reason: reasonSchema }))
    .mutation(async (): Promise<void> => notYet()),
  preview: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(one)
    .query(async (): Promise<Preview> => notYet()),
  /** Not `apply`, which tRPC keeps for itself. */
  applyDraft: operatorProcedure
    .meta({ action: 'definition.apply' })
    .input(one.extend({ version, ...writtenInput.shape }))
    .mutation(async (): Promise<Applied | Moved> => notYet()),
});
