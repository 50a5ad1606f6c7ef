import { z } from 'zod';
import { nameSchema } from '../definition/service-definition.ts';
import { deadlineActions, drainModes, drainTargetSchema, reasonSchema } from './overlay.ts';

/** Seconds, up to 31 days. */
const seconds = z.number().int().min(1).max(2_678_400);

/** A return in steps, over so many seconds; null for at once. */
export const rampSchema = z.strictObject({ over: z.number().int().min(5).max(86_400) }).nullable();

const cluster = nameSchema;
const targets = z.array(drainTargetSchema).min(1).max(1000);
const mode = z.enum(drainModes);
/** Seconds from now; null for no deadline. */
const deadlineIn = seconds.nullable();
const atDeadline = z.enum(deadlineActions);

/** Fresh checks in a row that must pass before a destination that is checked returns; null for none. */
const passingNeeded = z.number().int().min(1).max(100).nullable();

/** What a drain or a return would do is asked for with this. */
export const drainPreviewSchema = z.strictObject({
  cluster,
  targets,
  action: z.enum(['drain', 'return']),
  mode: mode.default('wait'),
  ignoresPersistence: z.boolean().default(false),
  ramp: rampSchema.default(null),
  passingNeeded: passingNeeded.optional(),
});

export const drainStartSchema = z.strictObject({
  cluster,
  targets,
  mode: mode.default('wait'),
  deadlineIn: deadlineIn.default(null),
  atDeadline: atDeadline.default('ask'),
  ignoresPersistence: z.boolean().default(false),
  /** Goes below the guard; for administrators only. */
  overGuard: z.boolean().default(false),
  reason: reasonSchema,
  /** What was typed to confirm; null when nothing was asked for. */
  confirm: z.string().max(200).nullable().default(null),
});

/** What is missing stays as it is. */
export const drainChangeSchema = z.strictObject({
  cluster,
  ids: z.array(z.string().min(1).max(64)).min(1).max(1000),
  mode: mode.optional(),
  deadlineIn: deadlineIn.optional(),
  atDeadline: atDeadline.optional(),
  ignoresPersistence: z.boolean().optional(),
  reason: reasonSchema,
  confirm: z.string().max(200).nullable().default(null),
});

export const drainEndSchema = z.strictObject({
  cluster,
  targets,
  ramp: rampSchema.default(null),
  passingNeeded: passingNeeded.default(null),
  reason: reasonSchema,
});

export type DrainPreviewInput = z.output<typeof drainPreviewSchema>;
export type DrainStartInput = z.output<typeof drainStartSchema>;
export type DrainChangeInput = z.output<typeof drainChangeSchema>;
export type DrainEndInput = z.output<typeof drainEndSchema>;
