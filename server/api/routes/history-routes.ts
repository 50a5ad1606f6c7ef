import { z } from 'zod';
import { nameSchema } from '../../../domain/definition/service-definition.ts';
import { askedAnnotationsSchema } from '../../../domain/history/asked-history.ts';
import { historyFields } from '../../../domain/history/fields.ts';
import { mostPoints } from '../../../domain/history/history-range.ts';
import { route } from '../route.ts';
import { gauge, list, moment } from '../schemas/numbers.ts';
import { clusterOf } from './cluster-routes.ts';

const lists = z.partialRecord(z.enum(historyFields), list(gauge));
const from = z.coerce.number().int().min(0).describe('Milliseconds since 1970');

export const historyRoutes = [
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/history', operation: 'getHistory', needs: 'viewer' },
    summary: 'Numbers of a director, a service, a real server or a destination over a time',
    query: z.strictObject({
      director: nameSchema,
      service: z.string().max(200).optional().describe('A key: TCP 10.0.0.4:80'),
      destination: z.string().max(200).optional().describe('With service: 10.0.0.21:80'),
      realServer: z.string().max(200).optional(),
      ...{ from, to: from },
      points: z.coerce.number().int().min(1).max(mostPoints).default(300),
      fields: z
        .string()
        .max(200)
        .optional()
        .describe(`Some of ${historyFields.join(', ')}, with commas`),
    }),
    answer: z
      .object({
        start: moment,
        step: z.int().describe('Milliseconds between points'),
        count: z.int(),
        fields: lists,
        rows: list(z.object({ service: z.string(), destination: z.string(), fields: lists })),
        unlisted: z.int(),
      })
      .meta({ id: 'History', description: 'A list for each field, a number for each point; null is a gap.' }),
    run: async ({ caller, params, query }) => {
      const { service, destination, realServer, fields, ...rest } = query;
      const of =
        service === undefined
          ? realServer === undefined
            ? { kind: 'director' as const }
            : { kind: 'real-server' as const, name: realServer }
          : destination === undefined
            ? { kind: 'service' as const, service }
            : { kind: 'destination' as const, service, destination };
      const some = fields === undefined ? {} : { fields: z.array(z.enum(historyFields)).parse(fields.split(',')) };
      return { value: await caller.history.series({ cluster: clusterOf(params), of, ...rest, ...some }) };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/history/annotations', operation: 'getAnnotations', needs: 'viewer' },
    summary: 'What happened in a time, to be shown beside numbers',
    query: askedAnnotationsSchema.omit({ cluster: true }).extend({ from, to: from }),
    answer: z.object({
      more: z.boolean(),
      annotations: list(
        z.object({
          id: z.int(),
          at: moment,
          kind: z.string(),
          action: z.string(),
          outcome: z.string(),
          actor: z.string(),
          reason: z.string().nullable(),
          resource: z.string().nullable(),
          director: z.string().nullable(),
          revision: z.int().nullable(),
          generation: z.int().nullable(),
        }),
      ),
    }),
    run: async ({ caller, params, query }) => ({
      value: await caller.history.annotations({ ...query, cluster: clusterOf(params) }),
    }),
  }),
];
