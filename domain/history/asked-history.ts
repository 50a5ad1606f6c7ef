import { z } from 'zod';
import { addressSchema } from '../definition/address-schema.ts';
import { nameSchema } from '../definition/service-definition.ts';
import { destinationKeyTextSchema, serviceKeyTextSchema } from '../overlay/overlay.ts';
import { historyFields } from './fields.ts';
import { mostPoints } from './history-range.ts';

/** What history is asked of, on one director: directors are never added up. */
export const historyOfSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('destination'),
    service: serviceKeyTextSchema,
    destination: destinationKeyTextSchema,
  }),
  z.strictObject({ kind: z.literal('service'), service: serviceKeyTextSchema }),
  /** By its name, or an address. */
  z.strictObject({ kind: z.literal('real-server'), name: z.union([nameSchema, addressSchema]) }),
  z.strictObject({ kind: z.literal('director') }),
]);

export type HistoryOf = z.output<typeof historyOfSchema>;

/** Destinations that may be listed beside their sum. */
export const mostRows = 50;

/** Milliseconds since 1970. */
const momentSchema = z.number().int().min(0).max(8e15);

export const askedHistorySchema = z
  .strictObject({
    cluster: nameSchema,
    director: nameSchema,
    of: historyOfSchema,
    from: momentSchema,
    to: momentSchema,
    /** How many points there should be about: the width of a chart. */
    points: z.number().int().min(1).max(mostPoints),
    /** Left out: all of them. */
    fields: z.array(z.enum(historyFields)).min(1).optional(),
    /** How many destinations are listed beside the sum of a service or real server at most. Left out: as many as may be. */
    rows: z.number().int().min(0).max(mostRows).default(mostRows),
    /** Lists these, in place of those with the most new connections. */
    listed: z
      .array(z.strictObject({ service: serviceKeyTextSchema, destination: destinationKeyTextSchema }))
      .max(mostRows)
      .optional(),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'range-empty' });

export type AskedHistory = z.output<typeof askedHistorySchema>;
export type HistoryQuestion = z.input<typeof askedHistorySchema>;

export const askedAnnotationsSchema = z.strictObject({ cluster: nameSchema, from: momentSchema, to: momentSchema });
