import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChange } from '../../domain/definition/change.ts';
import type { DestinationHealth, HealthMessage } from '../../domain/wire/health-message.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { ExampleConsole, webDefinition, webKey } from '../console.example.ts';
import { ExampleAgent, tableMessage } from '../directors/agent.example.ts';
import { beat } from '../live/heartbeat.ts';

let console: ExampleConsole;
let agent: ExampleAgent;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
  const { token } = await console.as('administrator').directors.token({ cluster: 'shop', name: 'lb1', reason: 'new' });
  agent = new ExampleAgent(console.url);
  await agent.enrol('lb1', token);
  await agent.connect();
  const [web] = webDefinition.services;
  if (!web) throw new Error('no service');
  const checked = { ...webDefinition, services: [{ ...web, check: { kind: 'tcp' } }] };
  const changed = applyChange(webDefinition, { kind: 'replace', definition: checked as typeof webDefinition });
  if (!changed.ok) throw new Error(changed.problems[0]?.message);
  await console.as('operator').definition.applyChange({
    ...{ cluster: 'shop', base: 0, reason: 'first', change: { kind: 'replace', definition: changed.definition } },
  });
  await agent.next('intent');
  agent.say({
    ...{ type: 'applied', generation: 1, outcome: 'applied', total: 3, failed: 0, readBack: 'agrees' },
    ...{ foreign: [], took: 1 },
  });
});
afterEach(() => console.remove());

const director = () => console.parts.fleet.director('lb1').director;
const [web1, web2] = ['10.0.0.21:80', '10.0.0.22:80'] as DestinationHealth['destination'][];

function healthOf(destination: DestinationHealth['destination'] | undefined, verdict: DestinationHealth['verdict']) {
  const passed = verdict === 'passing';
  const outcome = passed ? { what: 'connected' as const } : { what: 'status' as const, status: 503 };
  return {
    ...{ service: webKey, destination, verdict, since: 4000, streak: 2, streakSince: 4000, needed: 2, falls: 0 },
    last: { passed, outcome, at: 1000 },
  } as DestinationHealth;
}

async function tell(whole: boolean, ...destinations: DestinationHealth[]): Promise<void> {
  const before = director().health;
  agent.say({ type: 'health', whole, destinations } satisfies HealthMessage);
  await expect.poll(() => director().health !== before).toBe(true);
}

/** The kernel's table with these weights, and those that are out by health. */
let number = 0;
async function look(weights: readonly number[], out: readonly (string | undefined)[] = [], addresses: string[] = []) {
  const [{ name: _, check: __, ...service }] = webDefinition.services as [(typeof webDefinition.services)[0]];
  const destinations = service.destinations.map((to, at) => ({ ...to, weight: weights[at] ?? to.weight }));
  number++;
  const message = tableMessage(number, [{ ...service, destinations }]) as Extract<AgentMessage, { type: 'table' }>;
  agent.say({
    ...{ ...message, owned: [webKey], facts: { ...message.facts, addresses } },
    ...(out.length > 0 ? { outByHealth: out.map((destination) => ({ service: webKey, destination })) } : {}),
  } as AgentMessage);
  const frames = director().history.frames.length;
  agent.say({ type: 'sample', tableNumber: number, kernelTime: number * 1000, numbers: Array(16).fill(0) });
  await expect.poll(() => director().history.frames.length).toBe(frames + 1);
}

const rowsOf = async (...actions: string[]) => {
  beat(console.parts);
  const { rows } = await console.as('viewer').audit.list({ filters: { director: 'lb1' } });
  return rows.filter((row) => actions.includes(row.action));
};

test('what is out by its check is desired so: shown with its reason, and no drift', async () => {
  await tell(true, healthOf(web1, 'failing'), healthOf(web2, 'passing'));
  await look([0, 3], [web1]);
  const shown = await console.as('viewer').view.service({ cluster: 'shop', key: webKey });
  const [here] = shown.directors;
  expect(here?.director.state).toBe('in-step');
  expect(here?.destinations).toMatchObject([
    { state: { kind: 'check-failed' }, effectiveWeight: 0, writtenWeight: 1, health: { out: true, streak: 2 } },
    { state: { kind: 'serving' }, health: { verdict: 'passing', out: false } },
  ]);
  // Back again: the same table without its reason is drift.
  await look([0, 3]);
  const later = await console.as('viewer').view.service({ cluster: 'shop', key: webKey });
  expect(later.directors[0]?.destinations[0]?.state.kind).toBe('drifted');
});

test('times are the console’s', async () => {
  await tell(true, healthOf(web1, 'failing'));
  const health = director().health.get(`${webKey} ${web1}`);
  const now = console.parts.now();
  expect(now - (health?.since ?? 0)).toBeGreaterThanOrEqual(4000);
  expect((health?.last?.at ?? 0) - (health?.since ?? 0)).toBe(3000);
});

test('a flip is told by the audit log and beside the numbers; what the console met failing is not', async () => {
  await tell(true, healthOf(web1, 'failing'), healthOf(web2, 'unchecked'));
  await tell(false, healthOf(web2, 'passing'));
  expect(await rowsOf('health.failed', 'health.passed')).toEqual([]);
  await tell(false, healthOf(web2, 'failing'));
  await expect.poll(async () => (await rowsOf('health.failed')).length).toBe(1);
  await tell(false, healthOf(web1, 'passing'));
  await expect.poll(async () => (await rowsOf('health.passed')).length).toBe(1);
  expect(await rowsOf('health.failed', 'health.passed')).toMatchObject([
    { action: 'health.passed', resource: `${webKey} ${web1}`, reason: null },
    { action: 'health.failed', resource: `${webKey} ${web2}`, reason: 'HTTP 503', actorKind: 'agent' },
  ]);
  const { annotations } = await console
    .as('viewer')
    .history.annotations({ cluster: 'shop', from: 0, to: console.parts.now() + 1000 });
  expect(annotations.filter(({ kind }) => kind === 'health')).toHaveLength(2);
});

test('checks that are gone are forgotten', async () => {
  await tell(true, healthOf(web1, 'passing'), healthOf(web2, 'passing'));
  await tell(true, healthOf(web2, 'passing'));
  expect([...director().health.keys()]).toEqual([`${webKey} ${web2}`]);
});

test('a VIP that leaves a director and comes to it is told as a failover', async () => {
  await look([1, 3], [], ['10.0.0.1', '10.0.0.100']);
  expect(await rowsOf('director.vip-gained', 'director.vip-lost')).toEqual([]);
  await look([1, 3], [], ['10.0.0.1']);
  await look([1, 3], [], ['10.0.0.2', '10.0.0.100']);
  expect(await rowsOf('director.vip-gained', 'director.vip-lost')).toMatchObject([
    { action: 'director.vip-gained', resource: '10.0.0.100' },
    { action: 'director.vip-lost', resource: '10.0.0.100' },
  ]);
});
