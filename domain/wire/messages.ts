import { z } from 'zod';
import {
  connectionFilterSchema,
  connectionSummarySchema,
  moreOfLookSchema,
} from '../connections/connection-summary.ts';
import { nameSchema } from '../definition/service-definition.ts';
import { healthMessageSchema } from './health-message.ts';
import { maximumIntentBytes } from './intent.ts';
import { sampleMessageSchema, tableMessageSchema } from './table-message.ts';
import {
  checkpointsMessageSchema,
  witnessedMessageSchema,
  witnessMessageSchema,
  witnessRequestSchema,
} from './witness-messages.ts';

/** Both sides tell it; a side that meets another one says so in words and goes on waiting. */
export const wireVersion = 1;

const text = z.string().max(2000);
const base64 = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Why an agent would not take an intent. */
export const refusalCodes = [
  'malformed',
  'too-large',
  'wrong-signature',
  'other-director',
  'older',
  'empty',
  'below-guard',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

const stepOutcomes = ['applied', 'failed', 'skipped'] as const;

export const stepResultSchema = z.strictObject({
  index: z.number().int().min(0),
  /** The step as an ipvsadm line. */
  line: text,
  outcome: z.enum(stepOutcomes),
  /** `EEXIST`, `ESRCH`…, with the kernel's own text where it gave one; null unless failed. */
  error: text.nullable(),
});
export type StepResult = z.output<typeof stepResultSchema>;

export const agentMessageSchema = z.discriminatedUnion('type', [
  /** Asks to become a director: the answer to a challenge on a first connection. */
  z.strictObject({
    type: z.literal('enrol'),
    wireVersion: z.number().int(),
    token: z.string().max(400),
    /** Raw Ed25519 public key, base64. */
    publicKey: base64,
    name: nameSchema,
  }),
  /** Says who connects; the signature is over the challenge's nonce, as `helloText` joins it. */
  z.strictObject({
    type: z.literal('hello'),
    wireVersion: z.number().int(),
    agentVersion: z.string().max(40),
    capabilities: z.array(z.string().max(40)).max(100),
    director: z.string().max(64),
    signature: base64,
    /** The last intent that the agent holds; 0 when it has none. */
    generation: z.number().int().min(0),
    /** True when there is no kernel behind it: shown everywhere. */
    simulated: z.boolean(),
  }),
  tableMessageSchema,
  sampleMessageSchema,
  healthMessageSchema,
  witnessedMessageSchema,
  witnessMessageSchema,
  /** Progress of an apply, sent as steps end; many may go in one message. */
  z.strictObject({
    type: z.literal('steps'),
    generation: z.number().int(),
    total: z.number().int(),
    results: z.array(stepResultSchema).max(50_000),
  }),
  /** The end of an apply. */
  z.strictObject({
    type: z.literal('applied'),
    generation: z.number().int(),
    outcome: z.enum(['applied', 'failed']),
    /** Steps that the plan had; 0 when the kernel agreed already. */
    total: z.number().int(),
    failed: z.number().int(),
    /** Whether the table read after the last step is the desired one. */
    readBack: z.enum(['agrees', 'differs', 'unread']),
    foreign: z.array(text).max(20_000),
    /** Milliseconds from the intent's arrival to the read-back. */
    took: z.number().min(0),
  }),
  /** What the agent put right by itself, where the definition's drift policy is `repair`. */
  z.strictObject({
    type: z.literal('repaired'),
    generation: z.number().int(),
    /** The first of them, as ipvsadm lines; `total` counts all. */
    results: z.array(stepResultSchema).max(100),
    total: z.number().int(),
    failed: z.number().int(),
    readBack: z.enum(['agrees', 'differs', 'unread']),
  }),
  /** What a look into the connection table found, or why there is nothing to tell. */
  z.strictObject({
    type: z.literal('connections'),
    look: z.number().int(),
    summary: connectionSummarySchema.nullable(),
    refusal: text.nullable(),
    /** Found so far: the look goes on. Left out at its end. */
    soFar: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('refused'),
    code: z.enum(refusalCodes),
    generation: z.number().int().nullable(),
    detail: text,
  }),
  /** Something the agent can't do now, in words: IPVS gone, no permission, disk full. Null when it is over. */
  z.strictObject({ type: z.literal('trouble'), detail: text.nullable() }),
]);

export type AgentMessage = z.output<typeof agentMessageSchema>;

export const consoleMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('challenge'), wireVersion: z.number().int(), nonce: base64, consoleKey: base64 }),
  z.strictObject({ type: z.literal('enrolled'), director: z.string().max(64), consoleKey: base64 }),
  z.strictObject({
    type: z.literal('rejected'),
    code: z.enum([
      'token-unknown',
      'token-used',
      'token-expired',
      'name-taken',
      'director-unknown',
      'wrong-signature',
      'wire-version',
      'malformed',
    ]),
    detail: text,
  }),
  z.strictObject({ type: z.literal('welcome'), name: nameSchema, cluster: nameSchema }),
  /** Asks for a look into the connection table; `look` comes back with the answer. */
  z.strictObject({
    type: z.literal('look'),
    look: z.number().int(),
    filter: connectionFilterSchema,
    /** Only to agents that can `lookCapability`. */
    more: moreOfLookSchema.optional(),
  }),
  checkpointsMessageSchema,
  witnessRequestSchema,
  z.strictObject({ type: z.literal('intent'), payload: z.string().max(maximumIntentBytes), signature: base64 }),
]);

export type ConsoleMessage = z.output<typeof consoleMessageSchema>;

/** The text that an agent signs to prove its key: bound to the console's key, so that no other console can use it. */
export const helloText = (nonce: string, consoleKey: string, director: string): string =>
  `shoal hello 1\n${nonce}\n${consoleKey}\n${director}`;

/**
 * A one-time token as it is pasted: `<id>.<secret>.<fingerprint of the console's key>`.
 *
 * The fingerprint (first 22 characters of the key's SHA-256 in base64url) tells the agent which console to trust
 * before it has spoken to it.
 */
export const tokenPattern = /^([A-Za-z0-9_-]{8,24})\.([A-Za-z0-9_-]{22,64})\.([A-Za-z0-9_-]{22})$/;
