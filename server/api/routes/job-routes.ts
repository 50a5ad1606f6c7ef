import { z } from 'zod';
import { roleSchema } from '../../../domain/access/role.ts';
import { parseJobId } from '../../../domain/display/job.ts';
import { settledJob } from '../../applies/settled-job.ts';
import { AppError } from '../../trpc/app-error.ts';
import { route } from '../route.ts';
import { jobSchema } from '../schemas/job-schema.ts';
import { list, moment } from '../schemas/numbers.ts';
import { seenClusters } from './cluster-routes.ts';

export const jobRoutes = [
  route({
    ...{ method: 'GET', path: '/jobs/{job}', operation: 'getJob', needs: 'viewer' },
    summary: 'What became of a change on each director; with Prefer: wait=30 when it is settled, or after that time',
    answer: jobSchema,
    run: async ({ caller, parts, params, wait }) => {
      const asked = parseJobId(params.job ?? '');
      if (!asked) throw new AppError('NOT_FOUND', `There is no job ${params.job}.`);
      // By way of the procedure first, which decides whether the token may see it.
      const job = await caller.applies.job(asked);
      if (wait === null || job.state !== 'running') return { value: job };
      return { value: await settledJob(parts, asked.cluster, asked.generation, AbortSignal.timeout(wait)) };
    },
  }),
  route({
    ...{ method: 'GET', path: '/token', operation: 'getToken', needs: 'viewer' },
    summary: 'What the token is, and what it may do',
    answer: z
      .object({
        name: z.string(),
        role: roleSchema,
        clusters: list(z.string()).nullable().describe('Null for all'),
        scopes: list(z.string()).nullable().describe('Null for all that the role allows'),
        expiresAt: moment,
      })
      .meta({ id: 'Token' }),
    run: async ({ parts, person }) => {
      const { username: name, role, token } = person;
      const clusters = token?.clusters ? seenClusters(parts, person) : null;
      return { value: { name, role, clusters, scopes: token?.scopes ?? null, expiresAt: token?.expiresAt ?? 0 } };
    },
  }),
];
