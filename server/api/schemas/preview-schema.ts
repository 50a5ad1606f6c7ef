import { z } from 'zod';
import type { Problem } from '../../../domain/definition/change.ts';
import { AppError } from '../../trpc/app-error.ts';
import { gauge, list } from './numbers.ts';

const shape = {
  directors: list(
    z.object({
      director: z.string(),
      simulated: z.boolean(),
      observationAge: gauge.describe(
        'Milliseconds since the observation that the plan rests on; null when there is none',
      ),
      totalSteps: z.int(),
      steps: list(z.object({ line: z.string(), reason: z.looseObject({ why: z.string() }) })),
    }),
  ),
  effects: list(z.looseObject({ kind: z.string(), director: z.string(), service: z.string() })),
  foreign: list(z.string()).describe('Services that aren’t Shoal’s and stand in the way: name them in takeOver'),
  confirm: z.string().nullable().describe('What must be given as confirm; null when nothing'),
  removesAll: z.boolean(),
};

export const previewSchema = z
  .object(shape)
  .meta({ id: 'Plan', description: 'What a change would do on each director, as ipvsadm lines. Nothing is written.' });

const capacity = z.object({ serving: z.int(), weightPercent: z.number() });

export const drainPreviewSchema = z
  .object({
    ...shape,
    guard: list(z.object({ service: z.string(), name: z.string(), before: capacity, after: capacity })).describe(
      'Services that it would bring below their guard',
    ),
    facts: list(z.looseObject({ kind: z.string() })),
    states: z.object({ sysctl: z.string(), value: z.number() }).nullable(),
  })
  .meta({ id: 'DrainPlan', description: 'What a drain or a return would do, and what is true on these directors.' });

type Refusable = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A preview that could be made; refuses with its problems otherwise. */
export function previewed<P extends Refusable>(preview: P): Extract<P, { readonly ok: true }> {
  if (!preview.ok) throw new AppError('INVALID', 'This can’t be done.', { problems: preview.problems });
  return preview as Extract<P, { readonly ok: true }>;
}
