import { z } from 'zod';
import { definitionSchema } from '../definition/definition.ts';
import { nameSchema } from '../definition/service-definition.ts';
import { acceptedDriftSchema } from '../drift/accepted-drift.ts';
import { overlaySchema, serviceKeyTextSchema } from '../overlay/overlay.ts';

/** Most bytes of a signed intent; a definition of 1,000 services with 10 destinations each is about 2 MB. */
export const maximumIntentBytes = 16 * 1024 * 1024;

/** What the console wants of one director: definition and overlays, never commands. Signed as the exact JSON text. */
export const intentSchema = z.strictObject({
  version: z.literal(1),
  /** The director's id; an intent for another director is refused. */
  director: z.string().min(1).max(64),
  cluster: nameSchema,
  /** Rises with every intent of this console. */
  generation: z.number().int().min(1),
  revision: z.number().int().min(0),
  definition: definitionSchema,
  overlays: z.array(overlaySchema).max(10_000),
  /** Hand edits on this director that are left as they stand. */
  accepted: z.array(acceptedDriftSchema).max(10_000).default([]),
  /** Foreign services that this intent may take over. */
  takeOver: z.array(serviceKeyTextSchema).max(20_000),
  /** What is to be changed, as `stepTarget` names it; null for everything that differs. */
  only: z.array(z.string().max(200)).max(20_000).nullable().default(null),
  /** Must be true for an intent without services: an empty one by mistake would remove everything. */
  removesAll: z.boolean(),
  /** Milliseconds since 1970 on the console's clock. */
  issuedAt: z.number().int(),
});

export type Intent = z.output<typeof intentSchema>;

/**
 * What an agent says in its hello when it knows all that an intent may hold; one without it was built before checks,
 * guards, labels and ways to drain, and refuses an intent that names them.
 */
export const wholeIntentCapability = 'intent-2';
