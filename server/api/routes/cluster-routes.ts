import { z } from 'zod';
import { addressSchema } from '../../../domain/definition/address-schema.ts';
import { nameSchema } from '../../../domain/definition/service-definition.ts';
import { parseServiceKeySlug, type ServiceKeyText, serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { reasonSchema } from '../../../domain/overlay/overlay.ts';
import type { ConsoleParts } from '../../console-parts.ts';
import type { SignedIn } from '../../session/signed-in.ts';
import { AppError } from '../../trpc/app-error.ts';
import { inputOf } from '../input-of.ts';
import { type Params, route } from '../route.ts';
import {
  clusterSchema,
  placedDestinationSchema,
  realServerRowSchema,
  realServerSchema,
  serviceRowSchema,
  serviceSchema,
} from '../schemas/cluster-schema.ts';
import { list } from '../schemas/numbers.ts';

/** Names of the clusters that a token's holder may see. */
export const seenClusters = ({ fleet }: ConsoleParts, { token }: SignedIn): string[] =>
  fleet.clusters.filter(({ id }) => token?.clusters?.has(id) ?? true).map(({ name }) => name);

/** The cluster that a path names. */
export const clusterOf = ({ cluster = '' }: Params): string => cluster;

/** A virtual service by its slug, or by its key as a text. */
function keyOf({ service = '' }: Params): ServiceKeyText {
  const key = parseServiceKeySlug(service);
  if (!key.ok) throw new AppError('NOT_FOUND', `${service} is no virtual service such as tcp-10.0.0.4-80.`);
  return serviceKeyText(key.value);
}

export const clusterRoutes = [
  route({
    ...{ method: 'GET', path: '/clusters', operation: 'listClusters', needs: 'viewer' },
    summary: 'Every cluster that the token may see, as it is now',
    answer: z.object({ clusters: list(clusterSchema) }),
    run: async ({ caller, parts, person }) => {
      const names = seenClusters(parts, person);
      return { value: { clusters: await Promise.all(names.map((cluster) => caller.view.cluster({ cluster }))) } };
    },
  }),
  route({
    ...{ method: 'POST', path: '/clusters', operation: 'createCluster', needs: 'administrator' },
    summary: 'Make a cluster without definition and directors',
    body: inputOf('clusters', 'create', []),
    status: 201,
    answer: z.object({ name: z.string() }),
    run: async ({ caller, body }) => {
      const value = await caller.clusters.create(body);
      return { value, headers: { location: `/api/v1/clusters/${value.name}` } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}', operation: 'getCluster', needs: 'viewer' },
    summary: 'A cluster as it is now',
    answer: clusterSchema,
    run: async ({ caller, params }) => ({ value: await caller.view.cluster({ cluster: clusterOf(params) }) }),
  }),
  route({
    ...{ method: 'DELETE', path: '/clusters/{cluster}', operation: 'removeCluster', needs: 'administrator' },
    summary: 'Take a cluster without directors and services out of use',
    query: z.strictObject({ reason: reasonSchema }),
    status: 204,
    answer: z.null(),
    run: async ({ caller, params, query }) => {
      await caller.clusters.remove({ name: clusterOf(params), reason: query.reason });
      return { value: null };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/services', operation: 'listServices', needs: 'viewer' },
    summary: 'Its virtual services',
    answer: z.object({ services: list(serviceRowSchema) }),
    run: async ({ caller, params }) => {
      const { services } = await caller.view.cluster({ cluster: clusterOf(params) });
      return { value: { services } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/services/{service}', operation: 'getService', needs: 'viewer' },
    summary: 'A virtual service on each director, by its slug: tcp-10.0.0.4-80',
    answer: serviceSchema,
    run: async ({ caller, params }) => {
      const cluster = clusterOf(params);
      const view = await caller.view.service({ cluster, key: keyOf(params) });
      return { value: { ...view, findings: view.findings.map((finding) => ({ ...finding, cluster })) } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/real-servers', operation: 'listRealServers', needs: 'viewer' },
    summary: 'Its real servers',
    answer: z.object({ realServers: list(realServerRowSchema) }),
    run: async ({ caller, params }) => {
      const { realServers } = await caller.view.cluster({ cluster: clusterOf(params) });
      return { value: { realServers } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/real-servers/{realServer}', operation: 'getRealServer' },
    needs: 'viewer',
    summary: 'A real server in every service, by its name or address',
    answer: realServerSchema,
    run: async ({ caller, params }) => {
      const cluster = clusterOf(params);
      const view = await caller.view.realServer({ cluster, name: params.realServer ?? '' });
      return { value: { ...view, findings: view.findings.map((finding) => ({ ...finding, cluster })) } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/destinations', operation: 'listDestinations', needs: 'viewer' },
    summary: 'Its destinations on each director',
    query: z.strictObject({
      service: z.string().max(200).optional().describe('A slug: tcp-10.0.0.4-80'),
      realServer: z.union([nameSchema, addressSchema]).optional(),
      director: nameSchema.optional(),
    }),
    answer: z.object({ destinations: list(placedDestinationSchema) }),
    run: async ({ caller, params, query }) => {
      const cluster = clusterOf(params);
      const { services, realServers } = await caller.view.cluster({ cluster });
      const key = query.service === undefined ? null : keyOf({ service: query.service });
      const names = realServers.map(({ name }) => name).filter((name) => (query.realServer ?? name) === name);
      if (key && !services.some((service) => service.key === key))
        throw new AppError('NOT_FOUND', `There is no ${key} in ${cluster}.`);
      const views = await Promise.all(names.map((name) => caller.view.realServer({ cluster, name })));
      const places = views
        .flatMap((view) => view.places)
        .filter((place) => (key ?? place.service) === place.service)
        .filter(({ director }) => (query.director ?? director.name) === director.name);
      const destinations = places.map(({ director, service, serviceName, row }) => ({
        ...row,
        ...{ director: director.name, service, serviceName },
      }));
      return { value: { destinations } };
    },
  }),
];
