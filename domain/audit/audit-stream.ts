import { z } from 'zod';
import { nameSchema } from '../definition/service-definition.ts';
import { reasonSchema } from '../overlay/overlay.ts';

const url = z
  .url({ protocol: /^https?$/, error: 'webhook-url' })
  .max(500)
  .refine((text) => !/^https?:\/\/[^/]*@/.test(text), 'webhook-url');

/** A name or an address, as sockets take it. */
const host = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$|^::[0-9a-fA-F:.]*$/, 'host');

/** Where a stream goes: rows as JSON lines in signed POSTs, or as messages of RFC 5424. */
export const streamTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), url }),
  z.strictObject({
    kind: z.literal('syslog'),
    transport: z.enum(['tcp', 'udp']),
    host,
    port: z.number().int().min(1).max(65535),
  }),
]);
export type StreamTarget = z.output<typeof streamTargetSchema>;

const newStreamSchema = z.strictObject({
  name: nameSchema,
  target: streamTargetSchema,
  /** Whether rows of before are sent, too. */
  fromStart: z.boolean().default(false),
});
/** What a new stream is made by. */
export const addStreamSchema = newStreamSchema.extend({ reason: reasonSchema });
export type AddStream = z.output<typeof addStreamSchema>;

/** A stream as lists show it; times in milliseconds since 1970. */
export interface AuditStream {
  readonly id: string;
  readonly name: string;
  readonly target: StreamTarget;
  readonly paused: boolean;
  /** The last row that was delivered, and the last there is. */
  readonly position: number;
  readonly newest: number;
  readonly sentAt: number | null;
  readonly failingSince: number | null;
  /** Why the last delivery failed, in words. */
  readonly problem: string | null;
}

/** What a webhook's signature is over, with HMAC-SHA256: the moment in milliseconds, a dot, and the body. */
export const signedBody = (at: number, body: string): string => `${at}.${body}`;

/** A webhook's signature header. */
export const signatureHeader = (at: number, hex: string): string => `t=${at},v1=${hex}`;
