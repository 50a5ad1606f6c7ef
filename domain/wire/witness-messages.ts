import { z } from 'zod';
import { checkpointSchema } from '../audit/checkpoint.ts';

/** What an agent says that it can when it keeps checkpoints of the audit log. */
export const witnessCapability = 'witness-1';

/** Most checkpoints in one message. */
export const mostCheckpoints = 20_000;

const request = z.number().int();
const checkpoints = z.array(checkpointSchema).max(mostCheckpoints);

/** How far an agent can witness, told after the console sent it checkpoints. */
export const witnessedMessageSchema = z.strictObject({ type: z.literal('witnessed'), seq: z.number().int().min(0) });

/** All checkpoints that an agent holds, because the console asked. */
export const witnessMessageSchema = z.strictObject({ type: z.literal('witness'), request, checkpoints });

/** The audit log's newest checkpoints, to be kept. Only to agents that can `witnessCapability`. */
export const checkpointsMessageSchema = z.strictObject({ type: z.literal('checkpoints'), checkpoints });

/** Asks for all that an agent holds; `request` comes back with the answer. */
export const witnessRequestSchema = z.strictObject({ type: z.literal('witness-request'), request });
