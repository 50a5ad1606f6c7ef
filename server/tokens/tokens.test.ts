import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewApiTokenInput } from '../../domain/access/api-token.ts';
import type { Role } from '../../domain/access/role.ts';
import { ExampleConsole, webDefinition } from '../console.example.ts';
import { type Caller, createCaller } from '../router.ts';
import { noSocket } from '../trpc/follower.ts';
import { signIn } from '../web/browser.example.ts';
import { tokenHolder } from './token-holder.ts';

let console: ExampleConsole;
beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  for (const name of ['shop', 'db']) await console.as('administrator').clusters.create({ name });
});
afterEach(() => console.remove());

/** Somebody who really is in the database, as a token's maker has to be. */
async function person(username: string, role: Role): Promise<Caller> {
  const { password } = await console.as('administrator').access.create({ username, name: username, role });
  const { cookie } = await signIn(console.url, username, password);
  return console.open.caller(new Headers({ cookie }));
}

const asked = (more: Partial<NewApiTokenInput> = {}) => ({ name: 'ci', role: 'operator' as const, ...more });
const holder = (token: string) => tokenHolder(console.parts, token, '192.0.2.7');

async function withToken(token: string): Promise<Caller> {
  const held = await holder(token);
  return createCaller({ parts: console.parts, person: held, source: '192.0.2.7', follower: noSocket() });
}

test('a token is told once, lets in as what it was made for, and only its hash is kept', async () => {
  const ann = await person('ann', 'operator');
  const made = await ann.tokens.create(asked({ days: 1 }));
  expect(made).toMatchObject({ name: 'ann/ci', token: expect.stringMatching(/^shoal_[0-9a-f]{18}_/) });
  expect(await holder(made.token)).toMatchObject({ username: 'ann/ci', role: 'operator' });
  const secret = made.token.split('_').slice(2).join('_');
  expect(JSON.stringify(await console.parts.db.apiToken.findMany())).not.toContain(secret);
  const { rows } = await ann.audit.list({ filters: {} });
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(rows[0]).toMatchObject({ action: 'token.create', actor: 'ann', resource: 'ann/ci' });
  expect(await ann.tokens.list()).toMatchObject([
    { name: 'ann/ci', maker: 'ann', state: 'active', lastUsedFrom: '192.0.2.7', lastUsedAt: expect.any(Number) },
  ]);
});

test('nothing but the whole token lets in', async () => {
  const { token } = await (await person('ann', 'operator')).tokens.create(asked());
  const other = (text: string, at: number) => text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
  for (const wrong of ['', 'shoal_', token.slice(0, -1), `${token}x`, other(token, 8), other(token, 40)])
    expect(await holder(wrong)).toBe(null);
});

test('it may never more than whoever made it may now', async () => {
  const admin = console.as('administrator');
  const ann = await person('ann', 'operator');
  await expect(ann.tokens.create(asked({ role: 'administrator' }))).rejects.toThrow('token-role-above');
  const { token } = await ann.tokens.create(asked());
  await admin.access.setRole({ username: 'ann', role: 'viewer' });
  expect(await holder(token)).toMatchObject({ role: 'viewer' });
  await admin.access.disable({ username: 'ann' });
  expect(await holder(token)).toBe(null);
});

test('it ends when its time is over, and when it is revoked', async () => {
  const ann = await person('ann', 'operator');
  const short = await ann.tokens.create(asked({ days: 1 }));
  const long = await ann.tokens.create(asked({ name: 'long', days: 2 }));
  await expect(ann.tokens.create(asked())).rejects.toThrow('token-name-taken');
  console.ahead = 86_400_001;
  expect(await holder(short.token)).toBe(null);
  expect(await holder(long.token)).not.toBe(null);
  const bob = await person('bob', 'operator');
  await expect(bob.tokens.revoke({ id: long.id })).rejects.toThrow('no such token');
  await console.as('administrator').tokens.revoke({ id: long.id });
  expect(await holder(long.token)).toBe(null);
  expect((await ann.tokens.list()).map(({ name, state }) => `${name} ${state}`)).toEqual([
    'ann/long revoked',
    'ann/ci expired',
  ]);
  expect(await bob.tokens.list()).toEqual([]);
});

test('one for some clusters sees and changes those alone, and each refusal is in the audit log', async () => {
  const ann = await person('ann', 'operator');
  await expect(ann.tokens.create(asked({ clusters: ['nowhere'] }))).rejects.toThrow('cluster-unknown');
  const { token } = await ann.tokens.create(asked({ clusters: ['shop'] }));
  const caller = await withToken(token);
  expect((await caller.view.cluster({ cluster: 'shop' })).name).toBe('shop');
  await expect(caller.view.cluster({ cluster: 'db' })).rejects.toThrow('not for cluster db');
  await expect(caller.view.overview()).rejects.toThrow('name one of them');
  await expect(caller.audit.list({ filters: {} })).rejects.toThrow('name one of them');
  await expect(caller.view.director({ director: 'lb1' })).rejects.toThrow('name one of them');
  expect((await caller.audit.list({ filters: { cluster: 'shop' } })).rows).not.toEqual([]);
  const { rows } = await ann.audit.list({ filters: { outcome: 'denied', cluster: 'db' } });
  expect(rows[0]).toMatchObject({ actor: 'ann/ci', actorKind: 'token', resource: 'view.cluster' });
});

test('a cluster that took the name of one that is out of use is another one', async () => {
  const admin = console.as('administrator');
  const { token } = await (await person('ann', 'operator')).tokens.create(asked({ clusters: ['db'] }));
  await admin.clusters.remove({ name: 'db', reason: 'done' });
  await admin.clusters.create({ name: 'db' });
  await expect((await withToken(token)).view.cluster({ cluster: 'db' })).rejects.toThrow('not for cluster db');
});

test('one for some actions reads everything and does those alone; none makes people or tokens', async () => {
  const root = await person('root', 'administrator');
  const { token } = await root.tokens.create(asked({ role: 'administrator', scopes: ['drains'] }));
  const caller = await withToken(token);
  const change = { kind: 'replace' as const, definition: webDefinition };
  const written = { cluster: 'shop', base: 0, change, reason: 'first' };
  await expect(caller.definition.applyChange(written)).rejects.toThrow('not for definition');
  await expect(caller.clusters.create({ name: 'more' })).rejects.toThrow('not for clusters');
  await console.as('operator').definition.applyChange(written);
  const targets = [{ kind: 'real-server' as const, name: 'web1' }];
  await caller.drains.start({ cluster: 'shop', targets, reason: 'disk', confirm: null });
  expect((await caller.view.cluster({ cluster: 'shop' })).overlays).toMatchObject([{ by: 'root/ci' }]);
  const everything = await root.tokens.create(asked({ name: 'all', role: 'administrator' }));
  const free = await withToken(everything.token);
  await free.clusters.create({ name: 'more' });
  for (const refused of [free.access.people(), free.tokens.list(), free.tokens.create(asked({ name: 'child' }))])
    await expect(refused).rejects.toThrow('for people, not for tokens');
});
