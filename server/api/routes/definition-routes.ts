import { z } from 'zod';
import { definitionSchema } from '../../../domain/definition/definition.ts';
import { writableFormats } from '../../../domain/formats/read-file.ts';
import { type AskedChange, askedChangeSchema } from '../../../domain/revision/asked-change.ts';
import type { Applied } from '../../definition/commands.ts';
import { writtenInput } from '../../definition/written-input.ts';
import { AppError } from '../../trpc/app-error.ts';
import { inputOf } from '../input-of.ts';
import { type Call, route, type Told } from '../route.ts';
import { changedSchema } from '../schemas/job-schema.ts';
import { list, moment } from '../schemas/numbers.ts';
import { previewed, previewSchema } from '../schemas/preview-schema.ts';
import { clusterOf } from './cluster-routes.ts';

const path = '/clusters/{cluster}/definition';
const definition = definitionSchema.meta({ id: 'Definition', description: 'What operators write for a cluster.' });
const change = askedChangeSchema.meta({ id: 'Change', description: 'A change to a definition.' });
const stated = z
  .object({ revision: z.int(), definition: z.unknown().describe('A Definition') })
  .meta({ id: 'StatedDefinition', description: 'A definition with its revision, which is its ETag.' });
const applied = changedSchema.extend({ revision: z.int() }).meta({ id: 'Applied' });

const etag = (revision: number) => ({ etag: `"${revision}"` });

async function apply(call: Call<unknown, z.output<typeof writtenInput>>, asked: AskedChange) {
  const { caller, params, body, ifMatch } = call;
  const cluster = clusterOf(params);
  const { reason, takeOver, confirm, first } = body;
  const written = { reason, takeOver, confirm, first };
  return told(cluster, await caller.definition.applyChange({ cluster, base: ifMatch ?? 0, change: asked, ...written }));
}

function told(cluster: string, done: Applied): Told<{ generation: number; revision: number }> {
  if (done.ok) {
    const { revision, generation } = done;
    return { value: { revision, generation }, headers: etag(revision), intent: { cluster, generation } };
  }
  if ('problems' in done) throw new AppError('INVALID', 'The definition would not be valid.', done);
  const { conflict } = done;
  throw new AppError('CONFLICT', `${conflict.by} wrote revision ${conflict.revision} meanwhile.`, { conflict });
}

export const definitionRoutes = [
  route({
    ...{ method: 'GET', path, operation: 'getDefinition', needs: 'viewer' },
    summary: 'The definition as it is written now; its ETag is the revision that a change names in If-Match',
    answer: stated,
    run: async ({ caller, params }) => {
      const value = await caller.definition.current({ cluster: clusterOf(params) });
      return { value, headers: etag(value.revision) };
    },
  }),
  route({
    ...{ method: 'PUT', path, operation: 'replaceDefinition', needs: 'operator', waits: true, onRevision: true },
    summary: 'Write a whole definition as the next revision',
    body: writtenInput.extend({ definition }),
    answer: applied,
    run: (call) => apply(call, { kind: 'replace', definition: call.body.definition }),
  }),
  route({
    ...{ method: 'PATCH', path, operation: 'changeDefinition', needs: 'operator', waits: true, onRevision: true },
    summary: 'Write a change as the next revision, or go back to an earlier one',
    body: writtenInput.extend({ change }),
    answer: applied,
    run: (call) => apply(call, call.body.change),
  }),
  route({
    ...{ method: 'POST', path: `${path}/plan`, operation: 'planDefinition', needs: 'operator', onRevision: false },
    summary: 'What a definition or a change would do on each director; nothing is written',
    body: z.union([
      z.strictObject({ definition, takeOver: writtenInput.shape.takeOver }),
      z.strictObject({ change, takeOver: writtenInput.shape.takeOver }),
    ]),
    answer: previewSchema,
    run: async ({ caller, params, body, ifMatch }) => {
      const cluster = clusterOf(params);
      const { revision } = await caller.definition.current({ cluster });
      const asked: AskedChange = 'definition' in body ? { kind: 'replace', definition: body.definition } : body.change;
      const base = ifMatch ?? revision;
      const preview = await caller.definition.preview({ cluster, base, change: asked, takeOver: body.takeOver });
      return { value: previewed(preview), headers: etag(revision) };
    },
  }),
  route({
    ...{ method: 'POST', path: `${path}/reapply`, operation: 'reapplyDefinition', needs: 'operator', waits: true },
    summary: 'Send the current revision again, to put right what drifted or failed',
    body: inputOf('definition', 'reapply', ['cluster']),
    answer: changedSchema,
    run: async ({ caller, params, body }) => {
      const cluster = clusterOf(params);
      const value = await caller.definition.reapply({ ...body, cluster });
      return { value, intent: { cluster, ...value } };
    },
  }),
  route({
    ...{ method: 'POST', path: '/clusters/{cluster}/rollout/go-on', operation: 'goOnWithRollout', needs: 'operator' },
    waits: true,
    summary: 'Let the directors that wait for the first one go on',
    body: inputOf('rollout', 'goOn', ['cluster']),
    answer: changedSchema,
    run: async ({ caller, params, body }) => {
      const cluster = clusterOf(params);
      const value = await caller.rollout.goOn({ ...body, cluster });
      return { value, intent: { cluster, ...value } };
    },
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/revisions', operation: 'listRevisions', needs: 'viewer' },
    summary: 'Its revisions, newest first',
    query: z.strictObject({ before: z.coerce.number().int().min(0).optional() }),
    answer: z.object({
      more: z.boolean(),
      rows: list(
        z.object({
          number: z.int(),
          author: z.string(),
          reason: z.string(),
          at: moment,
          generation: z.int().nullable(),
          counts: z.object({ added: z.int(), changed: z.int(), removed: z.int() }),
          settingsChanged: z.boolean(),
        }),
      ),
    }),
    run: async ({ caller, params, query }) => ({
      value: await caller.revisions.list({ cluster: clusterOf(params), before: query.before ?? null }),
    }),
  }),
  route({
    ...{ method: 'GET', path: '/clusters/{cluster}/revisions/{number}', operation: 'getRevision', needs: 'viewer' },
    summary: 'A revision in full; 0 is the empty one before the first',
    answer: stated.extend({ author: z.string(), reason: z.string(), at: moment }).meta({ id: 'Revision' }),
    run: async ({ caller, params }) => {
      const number = Number(params.number);
      const { number: revision, ...rest } = await caller.revisions.get({ cluster: clusterOf(params), number });
      return { value: { revision, ...rest } };
    },
  }),
  route({
    ...{ method: 'POST', path: '/clusters/{cluster}/exports', operation: 'exportDefinition', needs: 'viewer' },
    summary: 'The definition as a file of another tool; the audit log tells who took it',
    body: z.strictObject({
      format: z.enum(writableFormats),
      revision: z.number().int().min(0).nullable().default(null).describe('Null for the newest'),
    }),
    answer: z.object({ name: z.string(), mediaType: z.string(), text: z.string() }).meta({ id: 'WrittenFile' }),
    run: async ({ caller, params, body }) => ({
      value: await caller.export.text({ ...body, cluster: clusterOf(params) }),
    }),
  }),
];
