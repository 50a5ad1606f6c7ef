import { z } from 'zod';
import { actionObstacles, releaseActionNames } from '../../../domain/release/release-actions.ts';
import { releaseSettingsSchema } from '../../../domain/release/release-settings.ts';
import { releaseStatuses, releaseSteps, serverPhases } from '../../../domain/release/release-state.ts';
import { gauge, list, moment } from './numbers.ts';

const standing = {
  status: z.enum(releaseStatuses),
  step: z.enum(releaseSteps).describe('What is done with the wave; hold waits for continue'),
  wave: z.int().describe('From 0'),
};
const halt = z.looseObject({ kind: z.string() }).nullable().describe('Why it halted');

export const releaseRowSchema = z
  .object({
    id: z.string(),
    cluster: z.string(),
    ...standing,
    waves: z.int(),
    servers: z.int(),
    startedBy: z.string(),
    startedAt: moment,
    endedAt: moment.nullable(),
    reason: z.string(),
    halt,
  })
  .meta({ id: 'ReleaseRow', description: 'A release in a list.' });

export const releaseViewSchema = z
  .object({
    id: z.string(),
    cluster: z.string(),
    state: z.object({
      ...standing,
      stepSince: moment,
      deadline: moment.nullable(),
      waitsFor: z.looseObject({ kind: z.string() }).nullable(),
      halt,
      endedAt: moment.nullable(),
    }),
    settings: releaseSettingsSchema,
    startedBy: z.string(),
    startedAt: moment,
    reason: z.string(),
    waves: list(
      z.object({
        name: z.string(),
        standing: z.enum(['to-come', 'current', 'done', 'skipped']),
        servers: list(
          z.object({
            name: z.string(),
            phase: z.enum(serverPhases),
            since: moment,
            activeConn: gauge,
            persistConn: gauge,
            checks: z.object({ passing: z.int(), failing: z.int(), of: z.int() }).nullable(),
            takenOutBy: list(z.string()),
          }),
        ),
      }),
    ),
    actions: z.record(z.enum(releaseActionNames), z.enum(actionObstacles).nullable()),
    testing: z.string().nullable().describe('VIP:port at which the wave’s servers can be tried now'),
  })
  .meta({ id: 'Release', description: 'A release with its waves, and what can be done with it now.' });

export const forecastSchema = z
  .object({
    waves: list(
      z.object({
        name: z.string(),
        servers: list(z.object({ name: z.string(), drainSeconds: gauge, from: z.string() })),
        belowGuard: list(z.string()),
        steps: list(z.object({ step: z.enum(releaseSteps), from: z.number(), to: z.number() })),
      }),
    ),
    takenOut: list(z.object({ server: z.string(), by: z.string(), reason: z.string() })),
    limit: z.int(),
    unheard: list(z.string()),
    took: z.number().describe('Milliseconds'),
    belowGuard: z.boolean(),
    confirm: z.string().nullable(),
  })
  .meta({ id: 'ReleaseForecast', description: 'What a release would do, when. Nothing is written.' });

export const templateSchema = z
  .object({ name: z.string(), settings: releaseSettingsSchema, by: z.string(), savedAt: moment })
  .meta({ id: 'ReleaseTemplate' });
