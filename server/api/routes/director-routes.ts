import { z } from 'zod';
import { inputOf } from '../input-of.ts';
import { type Params, route } from '../route.ts';
import { directorHeadSchema, directorSchema, tableSchema } from '../schemas/director-schema.ts';
import { list, moment } from '../schemas/numbers.ts';
import { clusterOf, seenClusters } from './cluster-routes.ts';

const directorOf = ({ director = '' }: Params): string => director;

export const directorRoutes = [
  route({
    ...{ method: 'GET', path: '/directors', operation: 'listDirectors', needs: 'viewer' },
    summary: 'Every director that the token may see, with its state',
    answer: z.object({ directors: list(directorHeadSchema) }),
    run: async ({ caller, parts, person }) => {
      const names = seenClusters(parts, person);
      const views = await Promise.all(names.map((cluster) => caller.view.cluster({ cluster })));
      return { value: { directors: views.flatMap(({ directors }) => directors) } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/directors/{director}', operation: 'getDirector', needs: 'viewer' },
    summary: 'A director with its drift and services',
    answer: directorSchema,
    run: async ({ caller, params }) => {
      const view = await caller.view.director({ director: directorOf(params) });
      const services = view.services.map((service) => ({ ...service, destinations: service.destinations.length }));
      return { value: { ...view, services, kernel: view.facts?.kernel ?? null } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/directors/{director}/table', operation: 'getTable', needs: 'viewer' },
    summary: 'Its IPVS table as its kernel has it',
    answer: tableSchema,
    run: async ({ caller, params }) => {
      const director = directorOf(params);
      const [table, view] = await Promise.all([caller.view.table({ director }), caller.view.director({ director })]);
      return { value: { ...table, ipvsadm: view.ipvsadm } };
    },
  }),
  route({
    ...{ method: 'DELETE', path: '/directors/{director}', operation: 'removeDirector', needs: 'administrator' },
    summary: 'Forget a director; its kernel’s table stays as it is',
    body: inputOf('directors', 'remove', ['director']),
    status: 204,
    answer: z.null(),
    run: async ({ caller, params, body }) => {
      await caller.directors.remove({ ...body, director: directorOf(params) });
      return { value: null };
    },
  }),
  route({
    ...{ method: 'POST', path: '/clusters/{cluster}/enrolment-tokens', operation: 'createEnrolmentToken' },
    ...{ needs: 'administrator', status: 201 },
    summary: 'A one-time token that lets a machine become a director, with the line to run there',
    body: inputOf('directors', 'token', ['cluster']),
    answer: z.object({ token: z.string(), line: z.string(), expiresAt: moment }).meta({ id: 'EnrolmentToken' }),
    run: async ({ caller, params, body }) => {
      return { value: await caller.directors.token({ ...body, cluster: clusterOf(params) }) };
    },
  }),
];
