import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema, serviceKeyTextSchema } from '../../domain/overlay/overlay.ts';

/** What people give with a change that they apply, beside the change itself. */
export const writtenInput = z.strictObject({
  reason: reasonSchema,
  takeOver: z.array(serviceKeyTextSchema).max(5000).default([]),
  /** What was typed to confirm; null when nothing was asked for. */
  confirm: z.string().max(200).nullable().default(null),
  /** Goes below the capacity guard; for administrators only. */
  overGuard: z.boolean().default(false),
  /** The director that goes first, while the others wait for it; null for all at once. */
  first: nameSchema.nullable().default(null),
});
