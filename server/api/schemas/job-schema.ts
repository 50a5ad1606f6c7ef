import { z } from 'zod';
import { list, moment } from './numbers.ts';

const phases = ['waiting', 'superseded', 'requested', 'sent', 'applying', 'applied', 'failed', 'refused'] as const;

export const jobSchema = z
  .object({
    id: z.string(),
    cluster: z.string(),
    generation: z.int(),
    revision: z.int(),
    requestedAt: moment,
    state: z.enum(['running', 'waiting', 'done', 'failed']),
    directors: list(
      z.object({
        director: z.string(),
        connected: z.boolean(),
        phase: z.enum(phases),
        readBack: z.enum(['agrees', 'differs', 'unread']).nullable(),
        appliedBy: z.int().nullable(),
        failedLine: z.string().nullable(),
        error: z.string().nullable(),
        endedAt: moment.nullable(),
      }),
    ),
  })
  .meta({
    id: 'Job',
    description:
      'An intent on its way to every director of a cluster. done: each director’s kernel was read back and agrees. ' +
      'waiting: the directors that are left are held back until the first one has it.',
  });

/** What every change answers: the job that brings it to the directors. */
export const changedSchema = z
  .object({ generation: z.int(), job: jobSchema.optional() })
  .meta({ id: 'Changed', description: 'A change that was written, and what became of it on the directors.' });
