import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExampleConsole } from '../console.example.ts';
import { attempt, openSocket, signIn } from './browser.example.ts';

const console = new ExampleConsole();
let cookie: string;

beforeAll(async () => {
  await console.start();
  ({ cookie } = await signIn(console.url, 'admin', console.open.firstSignIn?.password ?? ''));
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterAll(() => console.remove());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${console.url}${path}`, { method: 'POST', body, headers: { cookie, ...headers } });
const json = { 'content-type': 'application/json' };

describe('a request of another site', () => {
  test('is refused by its origin', async () => {
    const response = await post('/api/trpc/clusters.create', '{"json":{"name":"evil"}}', {
      ...json,
      origin: 'http://evil.test',
    });
    expect(response.status).toBe(403);
  });

  test('is refused when it is a form, which needs no leave to be sent', async () => {
    const response = await post('/api/trpc/clusters.create', '{"json":{"name":"evil"}}', {
      'content-type': 'text/plain',
    });
    expect(response.status).toBe(415);
  });

  test('gets no socket', async () => {
    expect(await attempt(console.url, '/api/ws', { cookie, origin: 'http://evil.test' })).toBe('403');
    expect(await attempt(console.url, '/api/ws', { cookie })).toBe('403');
  });
});

test('a socket needs a session', async () => {
  expect(await attempt(console.url, '/api/ws', { origin: console.url })).toBe('401');
  expect(await attempt(console.url, '/api/ws', { origin: console.url, cookie })).toBe('open');
});

test('sockets are taken where the console has them, and nowhere else', async () => {
  expect(await attempt(console.url, '/api/wss', { origin: console.url, cookie })).toBe('404');
  expect(await attempt(console.url, '/api/agent', {})).toBe('open');
});

describe('bad input', () => {
  test.each([
    ['no JSON', '{', 400, 'INVALID'],
    ['no input', '', 400, 'INVALID'],
    ['another kind', '{"json":7}', 400, 'INVALID'],
    ['a field that is wrong', '{"json":{"name":"no spaces"}}', 400, 'INVALID'],
    ['a field too many', '{"json":{"name":"x","role":"administrator"}}', 400, 'INVALID'],
    ['what is there already', '{"json":{"name":"shop"}}', 409, 'CONFLICT'],
  ])('%s', async (_, body, status, code) => {
    const response = await post('/api/trpc/clusters.create', body, json);
    const answer = (await response.json()) as { error: { json: { data: { code: string; problems: unknown[] } } } };
    expect([response.status, answer.error.json.data.code]).toEqual([status, code]);
  });

  test('names the field', async () => {
    const response = await post('/api/trpc/clusters.create', '{"json":{"name":"no spaces"}}', json);
    expect(await response.text()).toContain('"problems":[{"path":["name"],"message":"name-characters"}]');
  });

  test('of a procedure that there is not', async () => {
    const response = await post('/api/trpc/clusters.explode', '{}', json);
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('"code":"NOT_FOUND"')]);
  });

  test('larger than it may be', async () => {
    const response = await post(
      '/api/trpc/clusters.create',
      JSON.stringify({ json: { name: 'x'.repeat(17_000_000) } }),
      json,
    );
    expect(response.status).toBe(413);
    expect((await post('/api/auth/sign-in/username', 'x'.repeat(20_000), json)).status).toBe(413);
  });

  test('a path that no URL can be made of', async () => {
    const { port } = new URL(console.url);
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '//' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).not.toBe(undefined);
    expect((await fetch(`${console.url}/healthz`)).status).toBe(200);
  });
});

test('a query may be asked by POST, for inputs that no address has room for', async () => {
  const input = JSON.stringify({ json: { filters: { text: 'nothing of that' } } });
  const response = await post('/api/trpc/audit.list', input, json);
  expect(await response.json()).toEqual({ result: { data: { json: { rows: [], next: null } } } });
});

test('what was not expected reaches no browser: its text stays in the log', async () => {
  await console.parts.db.$executeRawUnsafe(
    `CREATE TRIGGER no_cluster BEFORE INSERT ON "Cluster" BEGIN SELECT RAISE(ABORT, 'secret of the schema'); END`,
  );
  const response = await post('/api/trpc/clusters.create', '{"json":{"name":"other"}}', json);
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).toContain('"code":"UNAVAILABLE"');
  expect(text).not.toContain('secret');
  expect(text).not.toContain('stack');
  await console.parts.db.$executeRawUnsafe('DROP TRIGGER no_cluster');
});

test('health, figures and pages', async () => {
  expect(await (await fetch(`${console.url}/healthz`)).text()).toBe('ok\n');
  const metrics = await (await fetch(`${console.url}/metrics`)).text();
  expect(metrics).toContain('\nshoal_clusters 1\n');
  const page = await fetch(`${console.url}/clusters/shop`);
  expect(await page.text()).toBe('a page');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await fetch(`${console.url}/api/nothing`)).status).toBe(404);
});

describe('live views on a socket', () => {
  test('the whole view comes at once, and again at once when something changes', async () => {
    const { client, trpc } = openSocket(console.url, cookie);
    const names: string[][] = [];
    const ids: string[] = [];
    const { promise: changed, resolve } = Promise.withResolvers<void>();
    trpc.live.overview.subscribe(undefined, {
      onData: ({ id, data }) => {
        ids.push(id);
        names.push(data.clusters.map((cluster) => cluster.name));
        if (data.clusters.length === 2) resolve();
      },
    });
    await expect.poll(() => names[0]).toEqual(['shop']);
    await console.as('administrator').clusters.create({ name: 'mail' });
    await changed;
    expect(new Set(ids).size).toBe(ids.length);
    await console.as('administrator').clusters.remove({ name: 'mail', reason: 'gone' });
    await client.close();
    await expect.poll(() => console.parts.hub.followers).toBe(0);
  });

  test('what is not there is refused by its code', async () => {
    const { client, trpc } = openSocket(console.url, cookie);
    const error = await new Promise<{ data?: { code: string } | null | undefined }>((resolve) => {
      trpc.live.cluster.subscribe({ cluster: 'nowhere' }, { onError: resolve });
    });
    expect(error.data?.code).toBe('NOT_FOUND');
    await client.close();
  });

  test('an apply is followed until it ended on every director', async () => {
    const { client, trpc } = openSocket(console.url, cookie);
    const ended = new Promise<void>((resolve) => {
      trpc.applies.follow.subscribe({ cluster: 'shop', generation: 1 }, { onComplete: resolve });
    });
    await ended;
    await client.close();
  });

  test('a session that ends takes its sockets with it', async () => {
    const { password } = await console
      .as('administrator')
      .access.create({ username: 'bob', name: 'Bob', role: 'viewer' });
    const bob = await signIn(console.url, 'bob', password);
    const { client, trpc } = openSocket(console.url, bob.cookie);
    await trpc.session.me.query();
    expect(console.parts.sockets.count).toBe(1);
    await console.as('administrator').access.disable({ username: 'bob' });
    await expect.poll(() => console.parts.sockets.count).toBe(0);
    await client.close();
  });
});
