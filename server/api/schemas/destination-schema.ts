import { z } from 'zod';
import { healthVerdicts } from '../../../domain/checks/health.ts';
import { gauge, list, moment } from './numbers.ts';
import { drainProgressSchema, overlaySchema } from './overlay-schema.ts';

export const healthSchema = z
  .object({
    verdict: z.enum(healthVerdicts),
    since: moment.nullable(),
    streak: z.int(),
    out: z.boolean(),
    last: z.object({ passed: z.boolean(), at: moment }).nullable(),
  })
  .meta({ id: 'Health', description: 'What a director’s check of a destination says.' });

export const destinationStates = [
  ...['serving', 'quiesced', 'requested', 'sent', 'draining', 'drained', 'check-failed', 'missing'],
  ...['not-defined', 'drifted', 'unknown'],
] as const;

export const destinationSchema = z
  .object({
    key: z.string(),
    address: z.string(),
    port: z.int(),
    realServer: z.string(),
    forwarding: z.string(),
    writtenWeight: gauge,
    effectiveWeight: gauge,
    kernelWeight: gauge,
    upperThreshold: z.int(),
    lowerThreshold: z.int(),
    outBy: list(overlaySchema),
    drain: drainProgressSchema.nullable(),
    health: healthSchema.nullable(),
    expectedShare: gauge,
    gotShare: gauge,
    activeConn: gauge,
    inactConn: gauge,
    persistConn: gauge,
    cps: gauge,
    inRate: gauge,
    outRate: gauge,
    state: z.object({ kind: z.string() }),
  })
  .meta({ id: 'Destination', description: 'A destination of a virtual service on one director. Null is unknown.' });
