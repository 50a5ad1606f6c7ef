import { z } from 'zod';
import { addressSchema } from '../definition/address-schema.ts';
import { nameSchema } from '../definition/service-definition.ts';
import { type DestinationKeyText, destinationKeyText, parseDestinationKey } from '../lvs/destination-key.ts';
import { parseServiceKey, type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';

export const serviceKeyTextSchema = z.string().transform((text, context): ServiceKeyText => {
  const key = parseServiceKey(text);
  if (key.ok) return serviceKeyText(key.value);
  context.addIssue({ code: 'custom', message: 'service-key-invalid' });
  return z.NEVER;
});

export const destinationKeyTextSchema = z.string().transform((text, context): DestinationKeyText => {
  const key = parseDestinationKey(text);
  if (key.ok) return destinationKeyText(key.value);
  context.addIssue({ code: 'custom', message: 'destination-key-invalid' });
  return z.NEVER;
});

/** What a drain is laid over: one destination, or all destinations of a real server. */
export const drainTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('destination'),
    service: serviceKeyTextSchema,
    destination: destinationKeyTextSchema,
  }),
  z.strictObject({ kind: z.literal('real-server'), name: z.union([nameSchema, addressSchema]) }),
]);

export type DrainTarget = z.output<typeof drainTargetSchema>;

/**
 * A reason for a destination to be out, laid over the definition and taken away again.
 *
 * It lays weight 0 over the written weight. No number is remembered, so none can be lost.
 */
export const overlaySchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.literal('drain'),
  target: drainTargetSchema,
  reason: z.string().max(500),
  by: z.string().max(200),
  /** Milliseconds since 1970 on the console's clock. */
  since: z.number().int(),
});

export type Overlay = z.output<typeof overlaySchema>;

/** Why people do what they do to production: asked for at every change, kept in the audit log. */
export const reasonSchema = z.string().trim().min(1).max(500);
