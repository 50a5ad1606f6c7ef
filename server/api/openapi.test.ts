import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { includesRole, type Role, roles } from '../../domain/access/role.ts';
import { ReleaseFleet, shopDefinition } from '../releases/release-fleet.example.ts';
import { until } from '../rollout/fleet.example.ts';
import { type ExampleProgram, program, type Told } from './api.example.ts';
import { apiRoutes } from './api-routes.ts';

const site = new ReleaseFleet();
const { fleet } = site;
const programs = new Map<Role, ExampleProgram>();

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}
interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}
let document: Document;

let isOver = false;
/** Lets seconds go by, for directors and releases. */
const seconds = async (): Promise<void> => {
  while (!isOver) await site.step();
};
let going: Promise<void>;

beforeAll(async () => {
  await site.start();
  for (const role of roles) programs.set(role, await program(fleet.console, role));
  const response = await fetch(`${fleet.console.url}/api/v1/openapi.json`);
  document = (await response.json()) as Document;
  going = seconds();
});
afterAll(async () => {
  isOver = true;
  await going;
  await site.remove();
});

/** What each operation is asked with: an answer that is not a refusal, whoever may ask. */
interface Ask {
  readonly params?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  readonly query?: string;
  readonly body?: unknown;
  readonly ifMatch?: () => string;
  readonly before?: () => Promise<void>;
  /** What is answered: 200 where nothing is said. */
  readonly status?: number;
}

const cluster = 'shop';
const service = 'tcp-10.0.0.100-80';
const director = 'lb1';
const reason = 'tried';
const web1 = [{ kind: 'real-server', name: 'web1' }];
const atRevision = () => `"${fleet.cluster.wanted.revision}"`;
const change = { kind: 'set-settings', settings: {} };
const drainIds = () => [...fleet.cluster.wanted.overlays.map(({ id }) => id), 'none'].slice(0, 1);
const release = () => ({ release: fleet.cluster.release?.plan.id ?? 'none' });
const oneByOne = { waves: { by: 'count', count: 1 }, watch: 0, verify: { passes: 0 } };
const holdsAt = (wave: number) =>
  until(() => fleet.cluster.release?.state.step === 'hold' && fleet.cluster.release.state.wave === wave);
const time = `from=${Date.now() - 60_000}&to=${Date.now()}`;

const asks: Record<string, Ask> = {
  listClusters: {},
  createCluster: { body: { name: 'new' }, status: 201 },
  getCluster: { params: { cluster } },
  removeCluster: { params: { cluster: 'new' }, query: `reason=${reason}`, status: 204 },
  listServices: { params: { cluster } },
  getService: { params: { cluster, service } },
  listRealServers: { params: { cluster } },
  getRealServer: { params: { cluster, realServer: 'web1' } },
  listDestinations: { params: { cluster }, query: `service=${service}&realServer=web2&director=lb1` },
  getDefinition: { params: { cluster } },
  replaceDefinition: { params: { cluster }, ifMatch: atRevision, body: { definition: shopDefinition, reason } },
  changeDefinition: { params: { cluster }, ifMatch: atRevision, body: { change, reason } },
  planDefinition: { params: { cluster }, body: { change } },
  reapplyDefinition: { params: { cluster }, body: { reason } },
  goOnWithRollout: { params: { cluster }, body: { reason }, status: 400 },
  listRevisions: { params: { cluster } },
  getRevision: { params: { cluster, number: '1' } },
  exportDefinition: { params: { cluster }, body: { format: 'shoal-yaml' } },
  getDrains: { params: { cluster } },
  planDrain: { params: { cluster }, body: { targets: web1, action: 'drain' } },
  startDrain: { params: { cluster }, body: { targets: web1, reason } },
  changeDrain: { params: { cluster }, body: () => ({ ids: drainIds(), deadlineIn: 60, atDeadline: 'cut', reason }) },
  endDrain: { params: { cluster }, body: { targets: web1, reason } },
  planRelease: { params: { cluster }, body: { settings: {} } },
  startRelease: { params: { cluster }, body: { settings: oneByOne, reason }, status: 201 },
  listReleases: { query: `cluster=${cluster}` },
  getRelease: { params: release },
  retryRelease: { params: release, body: { reason }, status: 400 },
  haltRelease: { params: release, body: { reason } },
  resumeRelease: { params: release, body: { reason } },
  continueRelease: { before: () => holdsAt(0), params: release, body: { reason } },
  skipRelease: { before: () => holdsAt(1), params: release, body: { reason } },
  rollBackRelease: { params: release, body: { reason } },
  listTemplates: { params: { cluster } },
  saveTemplate: { params: { cluster, template: 'half' }, body: { settings: {} } },
  removeTemplate: { params: { cluster, template: 'half' }, status: 204 },
  listDirectors: {},
  getDirector: { params: { director } },
  getTable: { params: { director } },
  createEnrolmentToken: { params: { cluster }, body: { name: 'lb9', reason }, status: 201 },
  listFindings: { query: `cluster=${cluster}` },
  getHistory: { params: { cluster }, query: `director=${director}&${time}` },
  getAnnotations: { params: { cluster }, query: time },
  listAudit: { query: 'outcome=done' },
  exportAudit: { query: `cluster=${cluster}&format=jsonl` },
  getJob: { params: { job: 'shop-1' } },
  getToken: {},
  removeDirector: { params: { director }, body: { reason, confirm: director }, status: 204 },
};

function ask(asker: ExampleProgram, operation: string): Promise<Told> {
  const route = apiRoutes.find((one) => one.operation === operation);
  const asked = asks[operation];
  if (!route || !asked) throw new Error(`${operation} is not asked`);
  const params = typeof asked.params === 'function' ? asked.params() : asked.params;
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? 'none');
  const body = typeof asked.body === 'function' ? (asked.body as () => unknown)() : asked.body;
  const headers = asked.ifMatch ? { 'if-match': asked.ifMatch() } : {};
  return asker.ask(route.method, asked.query ? `${path}?${asked.query}` : path, { body, headers });
}

test('every operation is in the document, once, and every one is asked below', () => {
  const documented = Object.values(document.paths).flatMap((at) => Object.values(at).map((one) => one.operationId));
  expect(documented.toSorted()).toEqual(apiRoutes.map(({ operation }) => operation).toSorted());
  expect(Object.keys(asks).toSorted()).toEqual(documented.toSorted());
  expect(new Set(documented).size).toBe(documented.length);
});

test('its references lead to schemas that it has', () => {
  const text = JSON.stringify(document);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((name) => !(String(name) in document.components.schemas))).toEqual([]);
  expect(text).not.toContain('#/$defs/');
});

/** What the document says of an answer, as something that checks one. */
function documented(operation: string, status: number): z.ZodType {
  const found = Object.values(document.paths)
    .flatMap((at) => Object.values(at))
    .find((one) => one.operationId === operation);
  const response = found?.responses[status] ?? found?.responses.default;
  const [content] = Object.values(response?.content ?? {});
  const root = { $defs: document.components.schemas, ...(content?.schema as object) };
  const text = JSON.stringify(root).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

describe('what is answered is what the document says', () => {
  test.each(Object.keys(asks))('%s', async (operation) => {
    const admin = programs.get('administrator') as ExampleProgram;
    const { status = 200, before } = asks[operation] ?? {};
    await before?.();
    const told = await ask(admin, operation);
    expect([
      told.status,
      status < 400 ? (told.body.detail ?? null) : null,
      status < 400 ? (told.body.problems ?? null) : null,
    ]).toEqual([status, null, null]);
    if (status === 204 || operation === 'exportAudit') return;
    const checked = documented(operation, told.status).safeParse(told.body);
    expect(checked.error?.issues ?? []).toEqual([]);
  });

  test('and not anything', () => {
    for (const operation of ['getCluster', 'getService', 'getDrains', 'listAudit'])
      expect(documented(operation, 200).safeParse({ name: 7 }).success).toBe(false);
  });
});

describe('each operation is for the role that the document names, and those above', () => {
  const changing = apiRoutes.filter(({ needs }) => needs !== 'viewer');
  test.each(changing.map(({ operation, needs }) => [operation, needs] as const))('%s: %s', async (operation, needs) => {
    for (const role of roles.filter((one) => !includesRole(one, needs))) {
      const told = await ask(programs.get(role) as ExampleProgram, operation);
      expect([told.status, told.body.code]).toEqual([403, 'FORBIDDEN']);
    }
  });

  test('a viewer may ask all the others', async () => {
    for (const { operation, needs } of apiRoutes)
      if (needs === 'viewer')
        expect((await ask(programs.get('viewer') as ExampleProgram, operation)).status).not.toBe(403);
  });
});
