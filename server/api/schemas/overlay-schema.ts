import { z } from 'zod';
import { drainPhases } from '../../../domain/display/drain-progress.ts';
import { deadlineActions, drainModes, overlaySchema as storedOverlay } from '../../../domain/overlay/overlay.ts';
import { gauge, list, moment } from './numbers.ts';

export const targetSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('destination'), service: z.string(), destination: z.string() }),
    z.object({ kind: z.literal('real-server'), name: z.string() }),
  ])
  .meta({ id: 'DrainTarget', description: 'One destination, or all destinations of a real server.' });

/** Kinds of overlays, drains and others. */
const overlayKinds = storedOverlay.options.map(({ shape }) => shape.kind.value);

export const overlaySchema = z
  .object({
    id: z.string(),
    kind: z.enum(overlayKinds),
    target: targetSchema,
    reason: z.string(),
    by: z.string(),
    since: moment,
    release: z.string().nullable(),
    overGuard: z.boolean(),
    mode: z.enum(drainModes).optional(),
    deadline: moment.nullable().optional(),
    atDeadline: z.enum(deadlineActions).optional(),
    ignoresPersistence: z.boolean().optional(),
    share: z.int().optional().describe('Of a ramp: thousandths of the written weight'),
  })
  .meta({ id: 'Overlay', description: 'A reason for destinations to be out, or to have another weight for a time.' });

export const drainProgressSchema = z
  .object({
    phase: z.enum(drainPhases),
    mode: z.enum(drainModes),
    activeConn: gauge,
    persistConn: gauge,
    perMinute: gauge,
    etaSeconds: gauge,
    since: moment,
    deadline: moment.nullable(),
    atDeadline: z.enum(deadlineActions),
    ids: list(z.string()),
    reasons: list(z.string()),
  })
  .meta({ id: 'DrainProgress', description: 'How far a drain is; drained when nothing is left.' });
