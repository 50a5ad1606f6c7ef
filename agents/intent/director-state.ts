import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { serviceKeyTextSchema } from '../../domain/overlay/overlay.ts';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';

/**
 * Who this director is: its own key, and the one console that it obeys.
 *
 * The key is kept before the director enrols, so that it can ask again with the same token when the answer was lost.
 */
export const identitySchema = z.strictObject({
  version: z.literal(1),
  name: nameSchema,
  /** Raw Ed25519 keys, base64. */
  privateKey: z.string().length(44),
  publicKey: z.string().length(44),
  enrolled: z.strictObject({ director: z.string().min(1).max(64), consoleKey: z.string().length(44) }).nullable(),
});
export type Identity = z.output<typeof identitySchema>;

/** The last intent, to the letter, because its signature is over the letters. */
export const heldIntentSchema = z.strictObject({
  version: z.literal(1),
  payload: z.string().max(maximumIntentBytes),
  signature: z.string().max(200),
});
export type HeldIntent = z.output<typeof heldIntentSchema>;

/** What stands in the kernel because of the agent. */
export const progressSchema = z.strictObject({
  version: z.literal(1),
  owned: z.array(serviceKeyTextSchema).max(20_000),
  /** The last intent that was applied to its end; 0 for none. */
  appliedGeneration: z.number().int().min(0),
  /** The boot and network namespace that it was applied in: in another one the table is gone. */
  kernelInstance: z.string().max(200),
  /** `intentDigest` of the last intent that was applied to its end; null in files of older agents. */
  applied: z.string().max(64).nullable().default(null),
  /** `wantedDigest` of the last intent whose apply ended, well or not. */
  wanted: z.string().max(64).nullable().default(null),
});
export type Progress = z.output<typeof progressSchema>;

export const noProgress: Progress = {
  ...{ version: 1, owned: [], appliedGeneration: 0, kernelInstance: '', applied: null, wanted: null },
};
