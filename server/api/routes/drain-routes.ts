import { z } from 'zod';
import { inputOf } from '../input-of.ts';
import { route } from '../route.ts';
import { changedSchema } from '../schemas/job-schema.ts';
import { list } from '../schemas/numbers.ts';
import { drainProgressSchema, overlaySchema } from '../schemas/overlay-schema.ts';
import { drainPreviewSchema, previewed } from '../schemas/preview-schema.ts';
import { clusterOf } from './cluster-routes.ts';

const path = '/clusters/{cluster}/drains';

const drainsSchema = z
  .object({
    overlays: list(overlaySchema),
    realServers: list(z.object({ name: z.string(), state: z.string(), drain: drainProgressSchema.nullable() })),
    destinations: list(
      z.object({
        director: z.string(),
        service: z.string(),
        key: z.string(),
        realServer: z.string(),
        state: z.string(),
        drain: drainProgressSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'Drains', description: 'What is out or comes back, and how far it is on each director.' });

export const drainRoutes = [
  route({
    ...{ method: 'GET', path, operation: 'getDrains', needs: 'viewer' },
    summary: 'What is out, why, and how far it is',
    answer: drainsSchema,
    run: async ({ caller, params }) => {
      const cluster = clusterOf(params);
      const { overlays, realServers } = await caller.view.cluster({ cluster });
      const out = realServers.filter(({ outBy, drain }) => outBy.length > 0 || drain);
      const views = await Promise.all(out.map(({ name }) => caller.view.realServer({ cluster, name })));
      const places = views
        .flatMap((view) => view.places)
        .filter(({ row }) => row.outBy.length > 0)
        .map(({ director, service, row: { key, realServer, state, drain } }) => ({
          ...{ director: director.name, service, key, realServer, drain },
          state: state.kind,
        }));
      const rows = out.map(({ name, state, drain }) => ({ name, drain, state: state.kind }));
      return { value: { overlays, realServers: rows, destinations: places } };
    },
  }),
  route({
    ...{ method: 'POST', path: `${path}/plan`, operation: 'planDrain', needs: 'operator' },
    summary: 'What a drain or a return would do; nothing is written',
    body: inputOf('drains', 'preview', ['cluster']),
    answer: drainPreviewSchema,
    run: async ({ caller, params, body }) => ({
      value: previewed(await caller.drains.preview({ ...body, cluster: clusterOf(params) })),
    }),
  }),
  route({
    ...{ method: 'POST', path, operation: 'startDrain', needs: 'operator', waits: true },
    summary: 'Take real servers or destinations out of service',
    body: inputOf('drains', 'start', ['cluster']),
    answer: changedSchema.extend({ overlays: list(z.string()) }).meta({ id: 'StartedDrain' }),
    run: async ({ caller, params, body }) => {
      const cluster = clusterOf(params);
      const value = await caller.drains.start({ ...body, cluster });
      return { value, intent: { cluster, generation: value.generation } };
    },
  }),
  route({
    ...{ method: 'POST', path: `${path}/change`, operation: 'changeDrain', needs: 'operator', waits: true },
    summary: 'Give drains more time, cut them now, or change their mode',
    body: inputOf('drains', 'change', ['cluster']),
    answer: changedSchema,
    run: async ({ caller, params, body }) => {
      const cluster = clusterOf(params);
      const value = await caller.drains.change({ ...body, cluster });
      return { value, intent: { cluster, generation: value.generation } };
    },
  }),
  route({
    ...{ method: 'POST', path: `${path}/end`, operation: 'endDrain', needs: 'operator', waits: true },
    summary: 'Return real servers or destinations to service, at once or as a ramp',
    body: inputOf('drains', 'end', ['cluster']),
    answer: changedSchema,
    run: async ({ caller, params, body }) => {
      const cluster = clusterOf(params);
      const value = await caller.drains.end({ ...body, cluster });
      return { value, intent: { cluster, generation: value.generation } };
    },
  }),
];
