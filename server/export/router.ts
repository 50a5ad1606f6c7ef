import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { writableFormats } from '../../domain/formats/read-file.ts';
import type { WrittenFile } from '../../domain/formats/write-any.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { exportText } from './commands.ts';

export const exportRouter = router({
  /** A definition in another tool's format; a mutation, because the audit log tells of it. */
  text: viewerProcedure
    .meta({ action: 'export' })
    .input(
      z.strictObject({
        cluster: nameSchema,
        /** Null for the newest. */
        revision: z.number().int().min(0).nullable(),
        format: z.enum(writableFormats),
      }),
    )
    .mutation(({ ctx, input }): Promise<WrittenFile> => exportText(ctx.parts, ctx.actor, input)),
});
