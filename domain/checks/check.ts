import { z } from 'zod';

/** What a check does: opens a connection and closes it again, or asks for a page. */
export const checkKinds = ['tcp', 'http', 'https'] as const;
export type CheckKind = (typeof checkKinds)[number];

const seconds = (most: number) => z.number().int().min(1).max(most);
const times = z.number().int().min(1).max(20);

/** Visible ASCII, as it stands in a request: anything else would have to be escaped, and could end the line. */
const pathSchema = z
  .string()
  .min(1)
  .max(500)
  .regex(/^\/[\x21-\x7e]*$/, 'check-path');

const hostSchema = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9._:[\]-]+$/, 'check-host');

/** From the first status that passes to the last. */
const statusRangeSchema = z
  .tuple([z.number().int().min(100).max(599), z.number().int().min(100).max(599)])
  .refine(([from, to]) => from <= to, 'check-status-order');

const common = {
  /** Null: the destination's own. */
  port: z.number().int().min(1).max(65535).nullable().default(null),
  /** Seconds between the beginnings of two checks of a destination. */
  interval: seconds(3600).default(5),
  /** Seconds for the whole of one check, from dialling to the answer's last byte that is looked at. */
  timeout: seconds(60).default(2),
  /** Passes in a row that bring a destination back. */
  rise: times.default(2),
  /** Failures in a row that take it out. */
  fall: times.default(3),
};

const page = {
  path: pathSchema.default('/'),
  /** The Host header and, for https, the name that is asked for; null: the real server's address. */
  host: hostSchema.nullable().default(null),
  status: statusRangeSchema.default([200, 299]),
  /** Text that the first 64 KiB of the answer must contain, as it stands; null: any answer. */
  body: z.string().min(1).max(200).nullable().default(null),
};

/**
 * How the destinations of a virtual service are checked, by each director for itself.
 *
 * It asks the real server's own address (RIP), with every forwarding method: with direct routing and tunneling the
 * service must listen there as well as on the VIP. A certificate is not judged: what it says is about names, and the
 * check asks whether the real server answers.
 */
export const checkSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('tcp'), ...common }),
    z.strictObject({ kind: z.literal('http'), ...common, ...page }),
    z.strictObject({ kind: z.literal('https'), ...common, ...page }),
  ])
  .superRefine((check, context) => {
    // Two checks of a destination never run at once.
    if (check.timeout > check.interval)
      context.addIssue({ code: 'custom', path: ['timeout'], message: 'check-timeout-above-interval' });
  });

export type Check = z.output<typeof checkSchema>;
export type PageCheck = Extract<Check, { kind: 'http' | 'https' }>;

export const isPageCheck = (check: Check): check is PageCheck => check.kind !== 'tcp';
