import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditAction } from '../domain/audit/audit-row.ts';
import { releaseSettingsSchema } from '../domain/release/release-settings.ts';
import { ExampleConsole, webDefinition, webKey } from './console.example.ts';
import { ExampleAgent, tableMessage } from './directors/agent.example.ts';
import { appRouter, type Caller, createCaller } from './router.ts';
import { noSocket } from './trpc/follower.ts';
import { signIn } from './web/browser.example.ts';

type Scenario = (caller: Caller) => Promise<unknown>;

const reason = 'OPS-1';
const cluster = 'shop';
const target = { kind: 'destination' as const, service: webKey, destination: '10.0.0.21:80' };
const syslog = { kind: 'syslog' as const, transport: 'udp' as const, host: '127.0.0.1', port: 9 };

const draft = async (caller: Caller): Promise<{ cluster: string; id: string }> => {
  const [first] = await caller.drafts.list({ cluster });
  return { cluster, id: first?.id ?? '' };
};
const addMail = {
  kind: 'add-service' as const,
  service: {
    ...webDefinition.services[0],
    name: 'mail',
    key: { kind: 'address', protocol: 'TCP', address: '10.0.0.101', port: 80 },
  } as (typeof webDefinition.services)[number],
};
const addPost = {
  ...addMail,
  service: { ...addMail.service, name: 'post', key: { ...addMail.service.key, address: '10.0.0.102' } },
} as typeof addMail;
let agent: ExampleAgent | undefined;

/** Brings a director to the cluster whose kernel has nothing, as its agent says now. */
async function heard(): Promise<void> {
  if (!agent) {
    const { token } = await caller.directors.token({ cluster, name: 'lb0', reason });
    agent = new ExampleAgent(console.url);
    await agent.enrol('lb0', token);
  }
  agent.say(tableMessage(1, []));
  agent.say({ type: 'sample', tableNumber: 1, kernelTime: performance.now(), numbers: [] });
  await expect
    .poll(() => console.parts.fleet.director('lb0').director.history.frames.length, { timeout: 5000 })
    .toBeGreaterThan(0);
}

/** The cluster's release, brought to where something can be done with it: without directors it halts by itself. */
async function release(caller: Caller, status: 'running' | 'halted' | null): Promise<{ id: string; reason: string }> {
  const { rows } = await caller.releases.list({ cluster });
  const asked = { id: rows[0]?.id ?? '', reason };
  const isHalted = rows[0]?.status === 'halted';
  if (status === 'running' && isHalted) await caller.releases.resume(asked);
  if (status === 'halted' && !isHalted) await caller.releases.halt(asked);
  return asked;
}

const newDraft = (caller: Caller) => caller.drafts.create({ cluster, base: 1, title: 'mail', change: addMail });

/**
 * Each mutation done once, in this order. Where it takes directors that answer, the test that does it is named: that
 * test asks the audit log for the action. A mutation without a line here fails the first test.
 */
const mutations: Record<string, Scenario | { readonly doneIn: string }> = {
  'access.create': ({ access }) => access.create({ username: 'ann', name: 'Ann', role: 'viewer' }),
  'access.setRole': ({ access }) => access.setRole({ username: 'ann', role: 'operator' }),
  'access.resetPassword': ({ access }) => access.resetPassword({ username: 'ann' }),
  'access.disable': ({ access }) => access.disable({ username: 'ann' }),
  'tokens.create': ({ tokens }) => tokens.create({ name: 'ci', role: 'viewer' }),
  'tokens.revoke': async ({ tokens }) => tokens.revoke({ id: (await tokens.list())[0]?.id ?? '' }),
  'clusters.create': ({ clusters }) => clusters.create({ name: cluster }),
  'definition.applyChange': ({ definition }) =>
    definition.applyChange({ cluster, base: 0, change: { kind: 'replace', definition: webDefinition }, reason }),
  'definition.reapply': { doneIn: 'server/definition/definition.test.ts' },
  'drafts.create': newDraft,
  'drafts.change': async (caller) =>
    caller.drafts.change({ ...(await draft(caller)), version: 1, base: null, change: addPost }),
  'drafts.discard': async (caller) => {
    await caller.drafts.discard({ ...(await draft(caller)), reason });
    await newDraft(caller);
  },
  'drafts.applyDraft': async (caller) => caller.drafts.applyDraft({ ...(await draft(caller)), version: 1, reason }),
  'drains.start': ({ drains }) => drains.start({ cluster, targets: [target], reason }),
  'drains.change': ({ drains }) => {
    const ids = console.parts.fleet.cluster(cluster).wanted.overlays.map(({ id }) => id);
    return drains.change({ cluster, ids, ignoresPersistence: true, reason });
  },
  'drains.end': ({ drains }) => drains.end({ cluster, targets: [target], reason }),
  'releases.start': async ({ releases }) => {
    await heard();
    return releases.start({ cluster, reason, overGuard: true });
  },
  'releases.halt': async (caller) => caller.releases.halt(await release(caller, 'running')),
  'releases.resume': async (caller) => caller.releases.resume(await release(caller, 'halted')),
  'releases.retry': async (caller) => caller.releases.retry(await release(caller, 'halted')),
  'releases.skip': async (caller) => caller.releases.skip(await release(caller, null)),
  'releases.continue': { doneIn: 'server/releases/releases.test.ts' },
  'releases.rollBack': async (caller) => caller.releases.rollBack(await release(caller, null)),
  'releases.templates.save': ({ releases }) =>
    releases.templates.save({ cluster, name: 'nightly', settings: releaseSettingsSchema.parse({}) }),
  'releases.templates.remove': ({ releases }) => releases.templates.remove({ cluster, name: 'nightly' }),
  'drift.ignore': { doneIn: 'server/drift/drift.test.ts' },
  'drift.stopIgnoring': { doneIn: 'server/drift/drift.test.ts' },
  'rollout.goOn': { doneIn: 'server/rollout/rollout.test.ts' },
  'directors.token': ({ directors }) => directors.token({ cluster, name: 'lb1', reason }),
  'directors.revokeToken': async ({ directors }) =>
    directors.revokeToken({ id: (await directors.tokens({ cluster }))[0]?.id ?? '' }),
  'directors.remove': ({ directors }) => directors.remove({ director: 'lb0', reason, confirm: 'lb0' }),
  'export.text': (caller) => caller.export.text({ cluster, revision: null, format: 'shoal-json' }),
  'audit.verify': ({ audit }) => audit.verify(),
  'streams.add': ({ streams }) => streams.add({ name: 'siem', target: syslog, reason }),
  'streams.pause': ({ streams }) => streams.pause({ name: 'siem', paused: true, reason }),
  'streams.remove': ({ streams }) => streams.remove({ name: 'siem', reason }),
  'clusters.remove': ({ clusters }) => clusters.remove({ name: 'gone', reason }),
  'access.changePassword': ({ access }) =>
    access.changePassword({ current: console.open.firstSignIn?.password ?? '', next: 'long enough to be one' }),
};

const console = new ExampleConsole();
let caller: Caller;

beforeAll(async () => {
  await console.start();
  const { id } = await console.parts.db.user.findFirstOrThrow({ where: { username: 'admin' } });
  const person = { id, sessionId: id, name: 'A', username: 'admin', role: 'administrator' as const };
  caller = createCaller({ parts: console.parts, person, source: '192.0.2.1', follower: noSocket() });
  await caller.clusters.create({ name: 'gone' });
});
afterAll(async () => {
  agent?.hangUp();
  await console.remove();
});

const actionOf = (path: string): AuditAction | undefined =>
  (appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { action?: AuditAction } } }>)[path]?._def
    .meta?.action;

test('every mutation is here, and says what the audit log calls it', () => {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>);
  const paths = procedures.filter(([, { _def }]) => _def.type === 'mutation').map(([path]) => path);
  expect(paths.toSorted()).toEqual(Object.keys(mutations).toSorted());
  expect(paths.filter((path) => actionOf(path) === undefined)).toEqual([]);
});

/** All that is in the database, but what is written when nobody asked for a change. */
async function written(): Promise<string> {
  const tables = await console.parts.db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'AuditText%'
       AND name NOT LIKE 'History%' AND name <> 'AuditCheckpoint' ORDER BY name`,
  );
  const contents: unknown[] = [];
  for (const { name } of tables)
    contents.push(name, await console.parts.db.$queryRawUnsafe(`SELECT * FROM "${name}" ORDER BY 1`));
  return JSON.stringify(contents, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

const block = () =>
  console.parts.db.$executeRawUnsafe(
    `CREATE TEMP TRIGGER "blocked" BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'no audit'); END`,
  );
const unblock = () => console.parts.db.$executeRawUnsafe('DROP TRIGGER "blocked"');

describe.each(Object.entries(mutations))('%s', (path, scenario) => {
  if (typeof scenario !== 'function') {
    test(`is in the audit log, as ${scenario.doneIn} says`, () => {
      const source = readFileSync(scenario.doneIn, 'utf8');
      expect(source).toMatch(new RegExp(`\\b${path.split('.').at(-1)}\\(`));
      expect(source).toMatch(/audit\.list|actions\(\)/);
    });
    return;
  }
  test('changes nothing when its row can’t be written, and writes one when it can', async () => {
    const before = await written();
    await block();
    await expect(scenario(caller)).rejects.toThrow();
    await unblock();
    expect(await written()).toBe(before);
    const newest = async () => (await caller.audit.list({ filters: {} })).rows[0];
    const last = (await newest())?.id ?? 0;
    await scenario(caller);
    const { rows } = await caller.audit.list({ filters: { action: actionOf(path) ?? 'read' } });
    expect(rows[0]).toMatchObject({ actor: 'admin', outcome: 'done', source: '192.0.2.1', signedInBy: 'password' });
    expect(rows[0]?.id).toBeGreaterThan(last);
  });
});

test('nobody signs in without a row', async () => {
  await block();
  const refused = await signIn(console.url, 'admin', 'long enough to be one');
  await unblock();
  expect([refused.status, await console.parts.db.session.count()]).toEqual([500, 0]);
  expect((await signIn(console.url, 'admin', 'long enough to be one')).status).toBe(200);
  const { rows } = await caller.audit.list({ filters: { action: 'sign-in' } });
  expect(rows).toMatchObject([{ actor: 'admin', signedInBy: 'password', source: '127.0.0.1' }]);
});

test('a wrong current password is a denial', async () => {
  const wrong = caller.access.changePassword({ current: 'a wrong one', next: 'long enough to be one' });
  await expect(wrong).rejects.toThrow('password-wrong');
  const { rows } = await caller.audit.list({ filters: { action: 'person.change-password', outcome: 'denied' } });
  expect(rows).toMatchObject([{ actor: 'admin', resource: 'admin' }]);
});
