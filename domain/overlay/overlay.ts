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
 * What a drain does with those who come: `wait` gives weight 0, so clients with a persistence template still come;
 * `elsewhere` makes the director end those templates too (`expire_quiescent_template`); `cut` takes the destination
 * out of the table, so that its connections end.
 */
export const drainModes = ['wait', 'elsewhere', 'cut'] as const;
export type DrainMode = (typeof drainModes)[number];

/** What happens when a drain isn't done at its deadline: people are asked, it is cut, or it returns to service. */
export const deadlineActions = ['ask', 'cut', 'give-up'] as const;
export type DeadlineAction = (typeof deadlineActions)[number];

const overlayId = z.string().min(1).max(64);

const everyOverlay = {
  id: overlayId,
  target: drainTargetSchema,
  reason: z.string().max(500),
  by: z.string().max(200),
  /** Milliseconds since 1970 on the console's clock. */
  since: z.number().int(),
  /** The release that it belongs to; null for an operator's own. */
  release: z.string().max(64).nullable().default(null),
  /** An administrator went below the guard with it. */
  overGuard: z.boolean().default(false),
};

export const drainOverlaySchema = z.strictObject({
  ...everyOverlay,
  kind: z.literal('drain'),
  mode: z.enum(drainModes).default('wait'),
  /** Milliseconds since 1970 on the console's clock; null for none. */
  deadline: z.number().int().nullable().default(null),
  atDeadline: z.enum(deadlineActions).default('ask'),
  /** True: drained with ActiveConn 0. False: without a live persistence template, too. InActConn never counts. */
  ignoresPersistence: z.boolean().default(false),
});
export type DrainOverlay = z.output<typeof drainOverlaySchema>;

export const rampOverlaySchema = z.strictObject({
  ...everyOverlay,
  kind: z.literal('ramp'),
  /** Thousandths of the written weight. */
  share: z.number().int().min(1).max(999),
});
export type RampOverlay = z.output<typeof rampOverlaySchema>;

/** Lets a destination, `target`, stand alone in a virtual service of its own, so that it can be tried while it is out. */
export const testOverlaySchema = z.strictObject({
  ...everyOverlay,
  kind: z.literal('test'),
  /** The service that it makes; where the definition has one of that key, it does nothing. */
  at: serviceKeyTextSchema,
});
export type TestOverlay = z.output<typeof testOverlaySchema>;

/**
 * A reason for a destination to be out or to have less weight, laid over the definition and taken away again.
 *
 * No weight is remembered, so none can be lost. Fields with defaults are missing in overlays of older consoles.
 */
export const overlaySchema = z.discriminatedUnion('kind', [drainOverlaySchema, rampOverlaySchema, testOverlaySchema]);

export type Overlay = z.output<typeof overlaySchema>;

export const isDrain = (overlay: Overlay): overlay is DrainOverlay => overlay.kind === 'drain';

/** Why people do what they do to production: asked for at every change, kept in the audit log. */
export const reasonSchema = z.string().trim().min(1).max(500);
