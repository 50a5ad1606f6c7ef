import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, ExampleConsole } from '../console.example.ts';
import { ExampleAgent } from './agent.example.ts';

let console: ExampleConsole;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterEach(() => console.remove());

const token = async (name = 'lb1') => {
  const made = await console.as('administrator').directors.token({ cluster: 'shop', name, reason: 'new machine' });
  return made.token;
};

const actions = async () => {
  const { rows } = await console.as('viewer').audit.list({ filters: {} });
  return rows.map((row) => row.action).reverse();
};

test('a machine enrols with the pasted line’s token, once, and the audit log tells it', async () => {
  const made = await console
    .as('administrator')
    .directors.token({ cluster: 'shop', name: 'lb1', reason: 'new machine' });
  expect(made.line).toContain(`--console ${console.url} --name lb1 --token ${made.token}`);
  const agent = new ExampleAgent(console.url);
  expect(await agent.enrol('lb1', made.token)).toMatchObject({
    type: 'enrolled',
    consoleKey: console.parts.key.publicKey,
  });
  expect(await console.as('viewer').view.cluster({ cluster: 'shop' })).toMatchObject({
    directors: [{ name: 'lb1', connected: true }],
  });
  expect(await new ExampleAgent(console.url).enrol('lb1', made.token)).toMatchObject({ code: 'token-used' });
  expect(await actions()).toEqual([
    'first-run',
    'cluster.create',
    'director.token',
    'director.enrol',
    'director.connected',
    'director.enrol-refused',
  ]);
});

test('the database has no token that could be used', async () => {
  const made = await token();
  const [stored] = await console.parts.db.enrolmentToken.findMany();
  const [id, secret] = made.split('.');
  expect(stored?.id).toBe(id);
  expect(JSON.stringify(stored)).not.toContain(secret);
});

test('the same machine may ask again, in case it never got the answer', async () => {
  const made = await token();
  const agent = new ExampleAgent(console.url);
  const first = await agent.enrol('lb1', made);
  agent.hangUp();
  expect(await agent.enrol('lb1', made)).toEqual(first);
});

describe('what is refused', () => {
  test('a token that nobody made', async () => {
    const agent = new ExampleAgent(console.url);
    const [id] = (await token()).split('.');
    for (const wrong of [
      'nonsense',
      `${id}.${'A'.repeat(43)}.${'B'.repeat(22)}`,
      `${'x'.repeat(12)}.${'A'.repeat(43)}.${'B'.repeat(22)}`,
    ])
      expect(await agent.enrol('lb1', wrong)).toMatchObject({ code: 'token-unknown' });
  });

  test('a token for another name', async () => {
    const answer = await new ExampleAgent(console.url).enrol('lb2', await token('lb1'));
    expect(answer).toMatchObject({ code: 'token-unknown', detail: expect.stringContaining('lb1') });
  });

  test('a token after its hour', async () => {
    const made = await token();
    console.ahead = 60 * 60 * 1000;
    expect(await new ExampleAgent(console.url).enrol('lb1', made)).toMatchObject({ code: 'token-expired' });
    expect(await console.as('administrator').directors.tokens({ cluster: 'shop' })).toMatchObject([
      { state: 'expired' },
    ]);
  });

  test('a token that was revoked', async () => {
    const made = await token();
    await console.as('administrator').directors.revokeToken({ id: made.split('.')[0] ?? '' });
    expect(await new ExampleAgent(console.url).enrol('lb1', made)).toMatchObject({ code: 'token-unknown' });
    expect(await console.as('administrator').directors.tokens({ cluster: 'shop' })).toMatchObject([
      { state: 'revoked' },
    ]);
  });

  test('a second director of a name', async () => {
    const [first, second] = [await token(), await token()];
    await new ExampleAgent(console.url).enrol('lb1', first);
    expect(await new ExampleAgent(console.url).enrol('lb1', second)).toMatchObject({ code: 'name-taken' });
    const third = console.as('administrator').directors.token({ cluster: 'shop', name: 'lb1', reason: 'again' });
    expect(codeOf(await third.catch((error: unknown) => error))).toBe('CONFLICT');
  });

  test('a public key that is none', async () => {
    const agent = new ExampleAgent(console.url);
    const withoutKey = new ExampleAgent(console.url, { ...agent.key, publicKey: 'AAAA' });
    expect(await withoutKey.enrol('lb1', await token())).toMatchObject({ code: 'malformed' });
  });

  test('guessing, after twenty wrong ones', async () => {
    const agent = new ExampleAgent(console.url);
    for (let guess = 0; guess < 20; guess++) await agent.enrol('lb1', `guess ${guess}`);
    const challenge = await agent.dial();
    agent.sayHello(challenge);
    expect((await agent.closed).reason).toMatch(/too many/);
  });
});

test('a director is removed by its name typed, and its key is good for nothing then', async () => {
  const agent = new ExampleAgent(console.url);
  await agent.enrol('lb1', await token());
  const asked = { director: 'lb1', reason: 'scrapped', confirm: 'lb2' };
  const wrong = await console
    .as('administrator')
    .directors.remove(asked)
    .catch((error: unknown) => error);
  expect(codeOf(wrong)).toBe('CONFIRM_REQUIRED');
  await console.as('administrator').directors.remove({ ...asked, confirm: 'lb1' });
  expect((await agent.closed).reason).toMatch(/removed/);
  agent.sayHello(await agent.dial());
  expect(await agent.next('rejected')).toMatchObject({ code: 'director-unknown' });
  expect(await new ExampleAgent(console.url).enrol('lb1', await token())).toMatchObject({ type: 'enrolled' });
});
