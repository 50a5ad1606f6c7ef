import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { ExampleConsole, webDefinition, webKey } from '../console.example.ts';
import { isSignedBy } from '../keys/verify.ts';
import { beat } from '../live/heartbeat.ts';
import { ExampleAgent, tableMessage } from './agent.example.ts';

let console: ExampleConsole;
let agent: ExampleAgent;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
  const { token } = await console.as('administrator').directors.token({ cluster: 'shop', name: 'lb1', reason: 'new' });
  agent = new ExampleAgent(console.url);
  await agent.enrol('lb1', token);
});
afterEach(() => console.remove());

const define = () => {
  const change = { kind: 'replace' as const, definition: webDefinition };
  return console.as('operator').definition.applyChange({ cluster: 'shop', base: 0, change, reason: 'first' });
};
const drainWeb1 = () => {
  const targets = [{ kind: 'real-server' as const, name: 'web1' }];
  return console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk' });
};
const nextIntent = async () => {
  const { payload, signature } = await agent.next('intent');
  expect(isSignedBy(console.parts.key.publicKey, payload, signature)).toBe(true);
  return JSON.parse(payload) as Intent;
};
const director = () => console.parts.fleet.director('lb1').director;
const view = () => console.as('viewer').view.director({ director: 'lb1' });
const rowsOf = async (...actions: string[]) => {
  const { rows } = await console.as('viewer').audit.list({ filters: { director: 'lb1' } });
  return rows.filter((row) => actions.includes(row.action));
};
const applied = (generation: number, more: object = {}): AgentMessage => ({
  type: 'applied',
  generation,
  outcome: 'applied',
  total: 3,
  failed: 0,
  readBack: 'agrees',
  foreign: [],
  took: 12.5,
  ...more,
});

test('an intent is pushed at once, signed, for this director, with what is written and laid over it', async () => {
  await define();
  expect(await nextIntent()).toMatchObject({
    version: 1,
    director: agent.director,
    cluster: 'shop',
    generation: 1,
    revision: 1,
    definition: webDefinition,
    overlays: [],
    removesAll: false,
  });
  await drainWeb1();
  expect(await nextIntent()).toMatchObject({ generation: 2, revision: 1, overlays: [{ target: { name: 'web1' } }] });
});

test('a director that was away gets the newest intent only, and none when it has it', async () => {
  agent.hangUp();
  await define();
  await drainWeb1();
  await agent.connect();
  expect(await nextIntent()).toMatchObject({ generation: 2 });
  agent.say(applied(2));
  await expect.poll(() => director().applied).toBe(2);
  agent.hangUp();
  await expect.poll(() => director().connected).toBe(false);
  await agent.connect({ generation: 2 });
  const targets = [{ kind: 'real-server' as const, name: 'web1' }];
  await console.as('operator').drains.end({ cluster: 'shop', targets, reason: 'done' });
  expect(await nextIntent()).toMatchObject({ generation: 3, overlays: [] });
});

test('a director that is ahead of a restored database gets an intent that it does not take for an older one', async () => {
  agent.hangUp();
  await agent.connect({ generation: 57 });
  expect(await define()).toMatchObject({ generation: 58 });
  expect(await nextIntent()).toMatchObject({ generation: 58 });
  agent.hangUp();
  await agent.connect({ generation: 2_000_000_000 });
  expect(await drainWeb1()).toMatchObject({ generation: 59 });
});

test('steps and the end of an apply are shown, kept and told by the audit log', async () => {
  await define();
  await nextIntent();
  const step = (index: number) => ({ index, line: `-a ${index}`, outcome: 'applied' as const, error: null });
  agent.say({ type: 'steps', generation: 1, total: 3, results: [step(0), step(1)] });
  await expect.poll(async () => (await view()).applies[0]?.phase).toBe('applying');
  agent.say({ type: 'steps', generation: 1, total: 3, results: [step(2)] });
  agent.say(applied(1));
  await expect.poll(async () => (await rowsOf('intent.applied')).length).toBe(1);
  expect((await view()).applies[0]).toMatchObject({
    phase: 'applied',
    readBack: 'agrees',
    steps: [step(0), step(1), step(2)],
  });
  const [row] = (await console.as('viewer').audit.list({ filters: { action: 'definition.apply' } })).rows;
  expect(row?.results).toEqual([
    { director: 'lb1', phase: 'applied', readBack: 'agrees', failedLine: null, error: null, took: 12.5 },
  ]);
  await console.restart();
  expect(director()).toMatchObject({ held: 1, applied: 1, applies: [{ phase: 'applied', steps: [{}, {}, {}] }] });
});

test('a failed step names its line and errno; a later apply makes it good', async () => {
  await define();
  await nextIntent();
  const failed = { index: 0, line: '-A -t 10.0.0.100:80', outcome: 'failed' as const, error: 'EEXIST' };
  agent.say({ type: 'steps', generation: 1, total: 1, results: [failed] });
  agent.say(applied(1, { outcome: 'failed', failed: 1, readBack: 'differs' }));
  await expect.poll(async () => (await rowsOf('intent.failed')).length).toBe(1);
  const [row] = (await console.as('viewer').audit.list({ filters: { action: 'definition.apply' } })).rows;
  expect(row?.results).toMatchObject([{ phase: 'failed', failedLine: '-A -t 10.0.0.100:80', error: 'EEXIST' }]);
  expect(director().applied).toBe(0);
});

test('a refusal is shown until an apply ends well', async () => {
  await define();
  agent.say({ type: 'refused', code: 'wrong-signature', generation: 1, detail: 'not ours' });
  await expect.poll(async () => (await rowsOf('intent.refused')).length).toBe(1);
  expect(director().refusal).toEqual({ code: 'wrong-signature', detail: 'not ours' });
  await console.restart();
  expect(director().refusal).toEqual({ code: 'wrong-signature', detail: 'not ours' });
  agent = Object.assign(new ExampleAgent(console.url, agent.key), { director: agent.director });
  await agent.connect();
  agent.say(applied(1));
  await expect.poll(() => director().refusal).toBe(null);
});

test('a table and its samples are what the views show; a sample of another table is left out', async () => {
  const [{ name: _, check: __, ...service }] = webDefinition.services as [(typeof webDefinition.services)[0]];
  agent.say({ ...tableMessage(1, [service]), owned: [webKey] } as AgentMessage);
  agent.say({ type: 'sample', tableNumber: 9, kernelTime: 1, numbers: [1] });
  const numbers = [5, 6, 7, 100, 0, 0, 0, 0, 15, 16, 17, 300, 0, 0, 0, 0];
  agent.say({ type: 'sample', tableNumber: 1, kernelTime: 1000, numbers });
  await expect.poll(() => director().history.frames.length).toBe(1);
  await define();
  const shown = await console.as('viewer').view.service({ cluster: 'shop', key: webKey });
  expect(shown.directors[0]?.destinations).toMatchObject([
    { key: '10.0.0.21:80' as DestinationKeyText, activeConn: 5, inactConn: 6, persistConn: 7 },
    { activeConn: 15 },
  ]);
});

test('drift is told by the audit log when it comes and when it goes, once each', async () => {
  const [{ name: _, check: __, ...service }] = webDefinition.services as [(typeof webDefinition.services)[0]];
  await define();
  agent.say(applied(1));
  const tell = async (number: number, weight: number) => {
    const [first, second] = service.destinations as [
      (typeof service.destinations)[0],
      (typeof service.destinations)[0],
    ];
    agent.say({
      ...tableMessage(number, [{ ...service, destinations: [{ ...first, weight }, second] }]),
      owned: [webKey],
    } as AgentMessage);
    agent.say({ type: 'sample', tableNumber: number, kernelTime: number * 1000, numbers: Array(16).fill(0) });
    await expect.poll(() => director().history.frames.length).toBe(number);
    beat(console.parts);
    beat(console.parts);
  };
  await tell(1, 1);
  await tell(2, 50);
  await tell(3, 1);
  await expect
    .poll(async () => (await rowsOf('drift.seen', 'drift.gone')).map((row) => row.action))
    .toEqual(['drift.gone', 'drift.seen']);
  const [seen] = await rowsOf('drift.seen');
  expect(JSON.stringify(seen?.after)).toContain('10.0.0.21:80');
});

test('another boot of the machine is told', async () => {
  agent.say(tableMessage(1, [], 'boot-1'));
  agent.say(tableMessage(2, [], 'boot-2'));
  await expect.poll(async () => (await rowsOf('director.restarted')).length).toBe(1);
});

test('trouble in the agent’s words is shown until it is over', async () => {
  agent.say({ type: 'trouble', detail: 'the disk is full' });
  await expect.poll(async () => (await view()).trouble).toBe('the disk is full');
  agent.say({ type: 'trouble', detail: null });
  await expect.poll(async () => (await view()).trouble).toBe(null);
});

test('a newer connection takes the place of the older, and one director stays connected', async () => {
  const newer = Object.assign(new ExampleAgent(console.url, agent.key), { director: agent.director });
  await newer.connect();
  expect((await agent.closed).reason).toMatch(/newer connection/);
  expect(director().connected).toBe(true);
  expect(console.parts.links.count).toBe(1);
  newer.hangUp();
  await expect.poll(() => director().connected).toBe(false);
  expect((await rowsOf('director.connected', 'director.disconnected')).map((row) => row.action)).toEqual([
    'director.disconnected',
    'director.connected',
    'director.connected',
  ]);
});

test('an agent that is not read is not heard: a link that stays silent is ended', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'], shouldAdvanceTime: false });
  const silent = Object.assign(new ExampleAgent(console.url, agent.key), { director: agent.director });
  await silent.connect();
  silent.stopAnswering();
  vi.advanceTimersByTime(2_500);
  vi.advanceTimersByTime(2_500);
  vi.useRealTimers();
  await expect.poll(() => director().connected).toBe(false);
  expect((await rowsOf('director.disconnected')).at(0)?.reason).toBe('the connection was silent');
  silent.hangUp();
});

test('a link that answers stays, whatever it has to say', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'], shouldAdvanceTime: false });
  const quiet = Object.assign(new ExampleAgent(console.url, agent.key), { director: agent.director });
  await quiet.connect();
  for (let look = 0; look < 4; look++) {
    vi.advanceTimersByTime(2_500);
    await quiet.pinged();
  }
  vi.useRealTimers();
  expect(director().connected).toBe(true);
});

describe('a hello that proves nothing', () => {
  test('by another key', async () => {
    agent.hangUp();
    const thief = Object.assign(new ExampleAgent(console.url), { director: agent.director });
    thief.sayHello(await thief.dial());
    expect(await thief.next('rejected')).toMatchObject({ code: 'wrong-signature' });
    expect((await thief.closed).code).toBe(1008);
  });

  test('over the nonce of another connection', async () => {
    const challenge = await agent.dial();
    const replayed = Object.assign(new ExampleAgent(console.url, agent.key), { director: agent.director });
    await replayed.dial();
    replayed.sayHello(challenge);
    expect(await replayed.next('rejected')).toMatchObject({ code: 'wrong-signature' });
  });

  test('of another version of the wire, even with fields that this one doesn’t have', async () => {
    await agent.dial();
    agent.sayText(JSON.stringify({ type: 'hello', wireVersion: 2, proof: 'new' }));
    expect(await agent.next('rejected')).toMatchObject({ code: 'wire-version', detail: expect.stringContaining('2') });
  });

  test('that is something else', async () => {
    await agent.dial();
    agent.say(applied(1));
    expect(await agent.next('rejected')).toMatchObject({ code: 'malformed' });
  });

  test('that is too large', async () => {
    await agent.dial();
    agent.sayText(JSON.stringify({ type: 'hello', padding: 'x'.repeat(70_000) }));
    expect(await agent.next('rejected')).toMatchObject({ code: 'malformed', detail: expect.stringContaining('large') });
  });
});

describe('a malformed message closes the link with its field named, and changes nothing', () => {
  const table = tableMessage(1, []);
  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /not JSON/],
    ['no message', '[]', /message/],
    ['an unknown kind', '{"type":"shutdown"}', /shutdown/],
    [
      'enrol afterwards',
      JSON.stringify({ type: 'enrol', wireVersion: 1, token: 'x', publicKey: 'AAAA', name: 'lb1' }),
      /enrol/,
    ],
    ['hello afterwards', JSON.stringify({ type: 'hello' }), /hello/],
    ['table', JSON.stringify({ ...table, services: [{ key: {} }] }), /table: services\.0\.key/],
    ['table with a number that is none', JSON.stringify({ ...table, tableNumber: 'one' }), /table: tableNumber/],
    ['sample', '{"type":"sample","tableNumber":1,"kernelTime":1,"numbers":["x"]}', /sample: numbers\.0/],
    ['steps', '{"type":"steps","generation":1,"total":1,"results":[{"index":-1}]}', /steps: results\.0\.index/],
    ['applied', JSON.stringify(applied(1, { readBack: 'perhaps' })), /applied: readBack/],
    ['refused', '{"type":"refused","code":"bored","generation":1,"detail":""}', /refused: code/],
    ['trouble', '{"type":"trouble","detail":7}', /trouble: detail/],
  ])('%s', async (_, text, detail) => {
    await define();
    agent.sayText(text);
    expect(await agent.next('rejected')).toMatchObject({ code: 'malformed', detail: expect.stringMatching(detail) });
    expect((await agent.closed).reason).toMatch(detail);
    await expect.poll(() => director().connected).toBe(false);
    expect((await view()).trouble).toMatch(detail);
    expect((await rowsOf('director.disconnected'))[0]?.reason).toMatch(detail);
    expect(director().history.layout).toBe(null);
  });

  test('a sample that has not as many numbers as its table', async () => {
    agent.say(tableMessage(1, []));
    agent.say({ type: 'sample', tableNumber: 1, kernelTime: 1, numbers: [1] });
    expect(await agent.next('rejected')).toMatchObject({ code: 'malformed' });
  });
});
