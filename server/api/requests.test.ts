import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExampleConsole, webDefinition } from '../console.example.ts';
import { ExampleProgram, program, somebody } from './api.example.ts';

const console = new ExampleConsole();
let admin: ExampleProgram;
let viewer: ExampleProgram;

beforeAll(async () => {
  await console.start();
  admin = await program(console, 'administrator');
  viewer = await program(console, 'viewer');
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterAll(() => console.remove());

describe('who is let in', () => {
  test('nobody without a token, and nobody with a browser’s cookie', async () => {
    const { cookie } = await somebody(console, 'administrator');
    for (const headers of [{}, { cookie }, { authorization: 'Bearer made-up' }, { authorization: 'Basic YTpi' }]) {
      const told = await new ExampleProgram(console, null).ask('GET', '/clusters', { headers });
      expect([told.status, told.body.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(told.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  test('a token in the pages’ own API is nothing', async () => {
    const headers = { authorization: `Bearer ${admin.token}` };
    const response = await fetch(`${console.url}/api/trpc/view.overview`, { headers });
    expect(response.status).toBe(401);
  });

  test('wrong tokens are in the audit log, and hold up nobody who has a right one', async () => {
    const wrong = new ExampleProgram(console, `shoal_${'0'.repeat(18)}_${'x'.repeat(43)}`);
    for (let guess = 0; guess < 15; guess++) expect((await wrong.ask('GET', '/clusters')).status).toBe(401);
    expect((await viewer.ask('GET', '/clusters')).status).toBe(200);
    const { rows } = await console.as('viewer').audit.list({ filters: { action: 'token.refused' } });
    expect(rows.length).toBeLessThanOrEqual(10);
    expect(rows[0]).toMatchObject({ actor: 'unknown', actorKind: 'token', source: '127.0.0.1', outcome: 'failed' });
  });

  test('one program that asks too often waits; others and people don’t', async () => {
    const busy = await program(console, 'viewer');
    const all = await Promise.all(Array.from({ length: 200 }, () => busy.ask('GET', '/token')));
    const late = all.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(late[0]?.body.code).toBe('TOO_MANY');
    expect((await viewer.ask('GET', '/token')).status).toBe(200);
    console.ahead += 10_000;
    expect((await busy.ask('GET', '/token')).status).toBe(200);
  });

  test('another site is refused, whatever it shows', async () => {
    for (const headers of [{ origin: 'http://evil.test' }, { 'sec-fetch-site': 'cross-site' }]) {
      const told = await admin.ask('GET', '/clusters', { headers });
      expect([told.status, told.body.code]).toEqual([403, 'FORBIDDEN']);
      expect(told.headers.get('access-control-allow-origin')).toBe(null);
    }
    expect((await admin.ask('OPTIONS', '/clusters', { headers: { origin: 'http://evil.test' } })).status).toBe(403);
  });
});

test('answers are not kept by anybody, and say so, with what guards pages', async () => {
  const { headers } = await viewer.ask('GET', '/clusters');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

describe('what is not there', () => {
  test.each([
    ['GET', '/nothing', 404],
    ['GET', '/clusters/nowhere', 404],
    ['GET', '/clusters/shop/services/nonsense', 404],
    ['GET', '/clusters/%E0%A4%A', 404],
    ['GET', '/jobs/shop-99', 404],
    ['GET', '/jobs/nonsense', 404],
    ['DELETE', '/findings', 405],
    ['PATCH', '/clusters', 405],
  ])('%s %s is %i', async (method, path, status) => {
    const told = await viewer.ask(method, path);
    expect(told.status).toBe(status);
    if (status === 405) expect(told.headers.get('allow')).toBe(path === '/clusters' ? 'GET, POST' : 'GET');
    expect(told.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('bad input names its field', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    admin.ask('POST', '/clusters', { body, headers });

  test.each<[string, unknown, string]>([
    ['a field that is wrong', { name: 'no spaces' }, '/name'],
    ['a field that is missing', {}, '/name'],
    ['a field too many', { name: 'x', role: 'administrator' }, ''],
  ])('%s', async (_, body, field) => {
    const told = await post(body);
    expect([told.status, told.body.code]).toEqual([400, 'INVALID']);
    expect(told.body.problems).toMatchObject([{ field }]);
  });

  test('no JSON, another type, none at all, a body where there is none', async () => {
    expect(await post('{')).toMatchObject({ status: 400, body: { detail: expect.stringContaining('not JSON') } });
    expect((await post('{"name":"x"}', { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await admin.ask('POST', '/clusters')).body.problems).toMatchObject([{ field: '/name' }]);
    expect((await admin.ask('GET', '/clusters', { headers: { 'content-length': '0' } })).status).toBe(200);
  });

  test('a parameter that there isn’t, and one that is wrong', async () => {
    expect((await viewer.ask('GET', '/findings?severity=bad')).body.problems).toMatchObject([{ field: '/severity' }]);
    expect((await viewer.ask('GET', '/findings?colour=red')).status).toBe(400);
    expect((await viewer.ask('GET', '/clusters?x=1')).status).toBe(400);
  });

  test('a body larger than it may be isn’t read to its end', async () => {
    const told = await admin.ask('POST', '/clusters', { body: { name: 'x'.repeat(600_000) } });
    expect(told.status).toBe(413);
    const { port } = new URL(console.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' };
      const sent = request(
        { port, host: '127.0.0.1', path: '/api/v1/clusters', method: 'POST', headers },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      sent.write('x'.repeat(600_000));
    });
    expect(status).toBe(413);
    expect((await viewer.ask('GET', '/clusters')).status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  const create = (name: string, key: string) =>
    admin.ask('POST', '/clusters', { body: { name }, headers: { 'idempotency-key': key } });

  test('the same request is done once: at the same time, later, and after a restart', async () => {
    const [first, second] = await Promise.all([create('once', 'k1'), create('once', 'k1')]);
    const third = await create('once', 'k1');
    for (const told of [first, second, third]) expect([told.status, told.body]).toEqual([201, { name: 'once' }]);
    expect(third.headers.get('idempotency-replayed')).toBe('true');
    const { rows } = await console.as('viewer').audit.list({ filters: { action: 'cluster.create', resource: 'once' } });
    expect(rows).toHaveLength(1);
    const url = console.url;
    await console.restart();
    expect(console.url).not.toBe(url);
    expect((await create('once', 'k1')).headers.get('idempotency-replayed')).toBe('true');
  });

  test('the same key with another body is refused; another token’s key is its own', async () => {
    await create('other', 'k2');
    expect(await create('different', 'k2')).toMatchObject({ status: 422, body: { code: 'INVALID' } });
    const another = await program(console, 'administrator');
    const told = await another.ask('POST', '/clusters', {
      body: { name: 'mine' },
      headers: { 'idempotency-key': 'k2' },
    });
    expect(told.status).toBe(201);
  });

  test('what was refused can be tried again with the same key', async () => {
    expect((await create('shop', 'k3')).status).toBe(409);
    await console.as('administrator').clusters.remove({ name: 'shop', reason: 'to be made again' });
    expect((await create('shop', 'k3')).status).toBe(201);
  });

  test('one whose end the console did not live to see is not done again', async () => {
    await create('lost', 'k4');
    const where = { tokenId_key: { tokenId: /shoal_([0-9a-f]+)_/.exec(admin.token ?? '')?.[1] ?? '', key: 'k4' } };
    await console.parts.db.apiAnswer.update({ where, data: { status: null } });
    expect(await create('lost', 'k4')).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  });

  test('after a day it is forgotten', async () => {
    await create('day', 'k5');
    console.ahead += 24 * 60 * 60 * 1000 + 1;
    expect((await create('day', 'k5')).body.code).toBe('CONFLICT');
    expect(await console.parts.db.apiAnswer.count()).toBe(0);
    console.ahead = 0;
  });

  test('a key that no header may have is refused', async () => {
    expect((await create('x', 'with space')).body.problems).toMatchObject([{ field: '/Idempotency-Key' }]);
  });
});

describe('a definition', () => {
  const path = '/clusters/shop/definition';
  const put = (revision: string | null, more: object = {}) =>
    admin.ask('PUT', path, {
      body: { definition: webDefinition, reason: 'first', ...more },
      headers: revision === null ? {} : { 'if-match': revision },
    });

  test('is written on the revision that If-Match names, and no other', async () => {
    expect((await viewer.ask('GET', path)).headers.get('etag')).toBe('"0"');
    expect((await put(null)).body.problems).toMatchObject([{ field: '/If-Match', problem: 'required' }]);
    expect((await put('12')).body.problems).toMatchObject([{ field: '/If-Match' }]);
    const told = await put('"0"');
    expect(told).toMatchObject({ status: 200, body: { revision: 1, job: { state: 'done', directors: [] } } });
    expect(told.headers.get('etag')).toBe('"1"');
    const late = await put('"0"');
    expect(late).toMatchObject({ status: 412, body: { code: 'CONFLICT', conflict: { revision: 1, reason: 'first' } } });
    expect((await viewer.ask('GET', path)).body).toMatchObject({
      revision: 1,
      definition: { services: [{ name: 'web' }] },
    });
  });

  test('is planned and changed as a form does it', async () => {
    const change = { kind: 'remove-service', key: 'TCP 10.0.0.100:80' };
    const plan = await admin.ask('POST', `${path}/plan`, { body: { change } });
    expect(plan.body).toMatchObject({ removesAll: true, directors: [], confirm: null });
    const wrong = { kind: 'remove-service', key: 'TCP 10.0.0.9:80' };
    const refused = await admin.ask('PATCH', path, {
      body: { change: wrong, reason: 'x' },
      headers: { 'if-match': '"1"' },
    });
    expect(refused.body).toMatchObject({ code: 'INVALID', problems: [{ problem: 'service-unknown' }] });
    expect((await put('"1"', { reason: ' ' })).body.problems).toMatchObject([{ field: '/reason' }]);
    expect((await viewer.ask('POST', `${path}/plan`, { body: { change } })).status).toBe(403);
  });
});
