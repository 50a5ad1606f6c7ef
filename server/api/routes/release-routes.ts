import { z } from 'zod';
import { nameSchema } from '../../../domain/definition/service-definition.ts';
import { type ReleaseActionName, releaseActionNames } from '../../../domain/release/release-actions.ts';
import { releaseActSchema, saveTemplateSchema } from '../../../domain/release/release-input.ts';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import type { Caller } from '../../router.ts';
import { inputOf } from '../input-of.ts';
import { type Params, type Route, route } from '../route.ts';
import { list } from '../schemas/numbers.ts';
import { previewed } from '../schemas/preview-schema.ts';
import { forecastSchema, releaseRowSchema, releaseViewSchema, templateSchema } from '../schemas/release-schema.ts';
import { clusterOf, seenClusters } from './cluster-routes.ts';

const ofCluster = '/clusters/{cluster}/releases';
const idOf = ({ release = '' }: Params): string => release;

const told = ({ plan, ...view }: ReleaseView) => ({
  ...view,
  ...{ id: plan.id, cluster: plan.cluster, settings: plan.settings },
});

const acts: Record<ReleaseActionName, { readonly call: keyof Caller['releases']; readonly summary: string }> = {
  continue: { call: 'continue', summary: 'The deployment of the wave is done: go on' },
  halt: { call: 'halt', summary: 'Start nothing until people decide' },
  resume: { call: 'resume', summary: 'Go on with a halted release' },
  retry: { call: 'retry', summary: 'Do the step that halted it once more' },
  skip: { call: 'skip', summary: 'Return the wave to service and go on with the next one' },
  'roll-back': { call: 'rollBack', summary: 'Return everything to service and end' },
};

const act = (name: ReleaseActionName): Route =>
  route({
    ...{ method: 'POST', path: `/releases/{release}/${name}`, operation: operationOf(name), needs: 'operator' },
    summary: acts[name].summary,
    body: releaseActSchema.omit({ id: true }),
    answer: releaseViewSchema,
    run: async ({ caller, params, body }) => {
      const id = idOf(params);
      await actionOf(caller, name)({ ...body, id });
      return { value: told(await caller.releases.get({ id })) };
    },
  });

const operationOf = (name: ReleaseActionName) => `${acts[name].call}Release`;

type Act = (input: z.input<typeof releaseActSchema>) => Promise<unknown>;
const actionOf = ({ releases }: Caller, name: ReleaseActionName): Act => releases[acts[name].call] as Act;

export const releaseRoutes = [
  route({
    ...{ method: 'GET', path: '/releases', operation: 'listReleases', needs: 'viewer' },
    summary: 'Releases, newest first; a token of some clusters names one',
    query: z.strictObject({
      cluster: nameSchema.optional(),
      before: z.coerce.number().int().optional().describe('Those that began before, in milliseconds since 1970'),
    }),
    answer: z.object({ rows: list(releaseRowSchema), more: z.boolean() }),
    run: async ({ caller, parts, person, query }) => {
      const [only, ...others] = seenClusters(parts, person);
      const cluster = query.cluster ?? (person.token?.clusters && others.length === 0 ? only : undefined);
      return { value: await caller.releases.list({ ...query, ...(cluster === undefined ? {} : { cluster }) }) };
    },
  }),
  route({
    ...{ method: 'POST', path: ofCluster, operation: 'startRelease', needs: 'operator', status: 201 },
    summary: 'Begin a release; follow it by its id',
    body: inputOf('releases', 'start', ['cluster']),
    answer: releaseViewSchema,
    run: async ({ caller, params, body }) => {
      const { id } = await caller.releases.start({ ...body, cluster: clusterOf(params) });
      return { value: told(await caller.releases.get({ id })), headers: { location: `/api/v1/releases/${id}` } };
    },
  }),
  route({
    ...{ method: 'POST', path: `${ofCluster}/plan`, operation: 'planRelease', needs: 'operator' },
    summary: 'What a release would do, when, on simulated time; nothing is written',
    body: inputOf('releases', 'plan', ['cluster']),
    answer: forecastSchema,
    run: async ({ caller, params, body }) => ({
      value: previewed(await caller.releases.plan({ ...body, cluster: clusterOf(params) })),
    }),
  }),
  route({
    ...{ method: 'GET', path: '/releases/{release}', operation: 'getRelease', needs: 'viewer' },
    summary: 'A release with its waves, each server’s phase, and what can be done now',
    answer: releaseViewSchema,
    run: async ({ caller, params }) => ({ value: told(await caller.releases.get({ id: idOf(params) })) }),
  }),
  ...releaseActionNames.map(act),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/release-templates', operation: 'listTemplates', needs: 'viewer' },
    summary: 'Settings of releases that were kept under a name',
    answer: z.object({ templates: list(templateSchema) }),
    run: async ({ caller, params }) => ({
      value: { templates: await caller.releases.templates.list({ cluster: clusterOf(params) }) },
    }),
  }),
  route({
    ...{ method: 'PUT', path: '/clusters/{cluster}/release-templates/{template}', operation: 'saveTemplate' },
    needs: 'operator',
    summary: 'Keep settings of a release under a name',
    body: saveTemplateSchema.omit({ cluster: true, name: true }),
    answer: templateSchema,
    run: async ({ caller, params, body }) => ({
      value: await caller.releases.templates.save({
        ...{ cluster: clusterOf(params), name: params.template ?? '' },
        ...body,
      }),
    }),
  }),
  route({
    ...{ method: 'DELETE', path: '/clusters/{cluster}/release-templates/{template}', operation: 'removeTemplate' },
    ...{ needs: 'operator', status: 204 },
    summary: 'Forget settings that were kept',
    answer: z.null(),
    run: async ({ caller, params }) => {
      await caller.releases.templates.remove({ cluster: clusterOf(params), name: params.template ?? '' });
      return { value: null };
    },
  }),
];
