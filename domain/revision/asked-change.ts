import { z } from 'zod';
import { changeSchema } from '../definition/change.ts';

/** Makes the definition what an earlier revision was; 0 empties it. What comes of it is a new revision. */
export const goBackSchema = z.strictObject({ kind: z.literal('go-back'), revision: z.number().int().min(0) });

/** A change as it is asked of the console: one to a definition, or going back, which the console looks up. */
export const askedChangeSchema = z.discriminatedUnion('kind', [...changeSchema.options, goBackSchema]);

export type AskedChange = z.output<typeof askedChangeSchema>;
