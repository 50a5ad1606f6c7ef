import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { writableFormats } from '../../domain/formats/read-file.ts';
import { AppError } from '../trpc/app-error.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';

/** A file to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

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
    .mutation(async (): Promise<ExportedFile> => {
      throw new AppError('UNAVAILABLE', 'Not yet.');
    }),
});
