import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExampleConsole } from '../console.example.ts';
import { signIn } from './browser.example.ts';

let console: ExampleConsole;
let password: string;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  password = console.open.firstSignIn?.password ?? '';
});
afterEach(() => console.remove());

const me = async (cookie: string) => {
  const response = await fetch(`${console.url}/api/trpc/session.me`, { headers: { cookie } });
  return ((await response.json()) as { result: { data: { json: unknown } } }).result.data.json;
};
const admin = () => console.as('administrator');
const rowsOf = async (action: 'sign-in' | 'sign-in-failed' | 'sign-out') =>
  (await console.as('viewer').audit.list({ filters: { action } })).rows;

test('the first start makes an administrator with a password that is told once', async () => {
  expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  const { status, cookie } = await signIn(console.url, 'admin', password);
  expect(status).toBe(200);
  expect(await me(cookie)).toEqual({ user: { name: 'Administrator', username: 'admin', role: 'administrator' } });
  await console.restart();
  expect(console.open.firstSignIn).toBe(null);
  expect(await me(cookie)).toMatchObject({ user: { username: 'admin' } });
});

test('nobody is anybody without a cookie, or with one that was made up', async () => {
  expect(await me('')).toBe(null);
  expect(await me('shoal.session_token=made.up')).toBe(null);
});

test('a session’s token is in the cookie alone: not in the answer, and only as a hash in the database', async () => {
  const { cookie, body } = await signIn(console.url, 'admin', password);
  const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? '';
  expect(token.length).toBeGreaterThan(20);
  expect(JSON.stringify(body)).not.toContain(token);
  const sessions = await console.parts.db.session.findMany();
  expect(sessions).toHaveLength(1);
  expect(JSON.stringify(sessions)).not.toContain(token);
});

test('the cookie is out of reach of scripts and of other sites', async () => {
  const response = await fetch(`${console.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  });
  expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly/);
  expect(response.headers.getSetCookie()[0]).toMatch(/SameSite=Lax/);
});

test('sign-in, failed sign-in and sign-out are in the audit log, with the address', async () => {
  await signIn(console.url, 'admin', 'wrong');
  await signIn(console.url, 'my secret typed here', 'wrong');
  const { cookie } = await signIn(console.url, 'admin', password);
  const headers = { cookie, origin: console.url, 'content-type': 'application/json' };
  await fetch(`${console.url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
  expect(await me(cookie)).toBe(null);
  expect(await rowsOf('sign-in')).toMatchObject([{ actor: 'admin', role: 'administrator', source: '127.0.0.1' }]);
  expect(await rowsOf('sign-out')).toMatchObject([{ actor: 'admin' }]);
  expect(await rowsOf('sign-in-failed')).toMatchObject([
    { actor: 'unknown', outcome: 'failed' },
    { actor: 'admin', outcome: 'failed', source: '127.0.0.1' },
  ]);
  expect(JSON.stringify(await rowsOf('sign-in-failed'))).not.toContain('secret');
});

test('guessing is slowed down after five failures, by name; the right password waits too', async () => {
  for (let guess = 0; guess < 5; guess++) expect((await signIn(console.url, 'admin', 'wrong')).status).toBe(401);
  expect((await signIn(console.url, 'admin', password)).status).toBe(429);
  console.ahead = 61_000;
  expect((await signIn(console.url, 'admin', password)).status).toBe(200);
});

test('there is no way to sign up, and nothing else of the library can be reached', async () => {
  for (const path of [
    'sign-up/email',
    'update-user',
    'change-password',
    'sign-in/email',
    'delete-user',
    'list-sessions',
  ]) {
    const response = await fetch(`${console.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: console.url },
      body: '{}',
    });
    expect(response.status).toBe(404);
  }
});

test('somebody new signs in with the password that was told, changes it, and loses other sessions by that', async () => {
  const made = await admin().access.create({ username: 'Ann', name: 'Ann', role: 'operator' });
  const other = await signIn(console.url, 'ann', made.password);
  const { cookie } = await signIn(console.url, 'ann', made.password);
  const ann = await console.open.caller(new Headers({ cookie }));
  await expect(ann.access.changePassword({ current: 'wrong', next: 'a long new password' })).rejects.toThrow(
    'password-wrong',
  );
  await ann.access.changePassword({ current: made.password, next: 'a long new password' });
  expect(await me(other.cookie)).toBe(null);
  expect(await me(cookie)).toMatchObject({ user: { role: 'operator' } });
  expect((await signIn(console.url, 'ann', 'a long new password')).status).toBe(200);
});

test('somebody disabled is out at once and can’t sign in; a new password lets them in again', async () => {
  const made = await admin().access.create({ username: 'ann', name: 'Ann', role: 'operator' });
  const { cookie } = await signIn(console.url, 'ann', made.password);
  await admin().access.disable({ username: 'ann' });
  expect(await me(cookie)).toBe(null);
  expect((await signIn(console.url, 'ann', made.password)).status).toBe(401);
  expect(await admin().access.people()).toMatchObject([{ username: 'admin' }, { username: 'ann', disabled: true }]);
  const again = await admin().access.resetPassword({ username: 'ann' });
  expect((await signIn(console.url, 'ann', again.password)).status).toBe(200);
});

test('a role holds from the next request on', async () => {
  const made = await admin().access.create({ username: 'ann', name: 'Ann', role: 'viewer' });
  const { cookie } = await signIn(console.url, 'ann', made.password);
  await admin().access.setRole({ username: 'ann', role: 'operator' });
  expect(await me(cookie)).toMatchObject({ user: { role: 'operator' } });
});

test('the last administrator stays one', async () => {
  await expect(admin().access.setRole({ username: 'admin', role: 'viewer' })).rejects.toThrow('Nobody else');
  await expect(admin().access.disable({ username: 'admin' })).rejects.toThrow('Nobody else');
});

test('a session ends after its week', async () => {
  const { cookie } = await signIn(console.url, 'admin', password);
  const [session] = await console.parts.db.session.findMany();
  await console.parts.db.session.update({ where: { id: session?.id ?? '' }, data: { expiresAt: new Date(0) } });
  expect(await me(cookie)).toBe(null);
});
