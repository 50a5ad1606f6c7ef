import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../domain/definition/change.ts';
import type { RealServer } from '../../domain/definition/definition.ts';
import type { DestinationDefinition } from '../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import { codeOf, ExampleConsole, webDefinition, webKey } from '../console.example.ts';
import { ExampleAgent, tableMessage } from '../directors/agent.example.ts';

let console: ExampleConsole;

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
});
afterEach(() => console.remove());

const [webService] = webDefinition.services as [ServiceDefinition];
const [webDestination] = webService.destinations as [DestinationDefinition];
const [web1, web2] = webDefinition.realServers as [RealServer, RealServer];

const replace: Change = { kind: 'replace', definition: webDefinition };
const apply = (base: number, change: Change, more: { confirm?: string; takeOver?: string[] } = {}) =>
  console.as('operator').definition.applyChange({ cluster: 'shop', base, change, reason: 'because', ...more });

const reweigh = (weight: number): Change => ({
  kind: 'edit-destination',
  service: webKey,
  key: '10.0.0.21:80' as DestinationKeyText,
  destination: { ...webDestination, weight },
});

test('a change becomes a revision, an intent and an audit entry', async () => {
  expect(await apply(0, replace)).toEqual({ ok: true, revision: 1, generation: 1 });
  expect(await apply(1, reweigh(2))).toEqual({ ok: true, revision: 2, generation: 2 });
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'definition.apply' } });
  expect(rows).toMatchObject([
    {
      actor: 'the.operator',
      cluster: 'shop',
      reason: 'because',
      resource: 'TCP 10.0.0.100:80 10.0.0.21:80',
      before: { weight: 1 },
      after: { weight: 2 },
      revision: 2,
      generation: 2,
    },
    { revision: 1, generation: 1 },
  ]);
  const view = await console.as('viewer').definition.current({ cluster: 'shop' });
  expect(view.definition.services[0]?.destinations[0]?.weight).toBe(2);
});

test('a form that was opened on an older revision is told who wrote since, and changes nothing', async () => {
  await apply(0, replace);
  const answer = await apply(0, replace);
  expect(answer).toMatchObject({ ok: false, conflict: { revision: 1, by: 'the.operator', reason: 'because' } });
  expect(await console.parts.db.revision.count()).toBe(1);
  const unknown = await apply(7, replace).catch((error: unknown) => error);
  expect(codeOf(unknown)).toBe('INVALID');
});

test('of many who apply at once on the same revision, one is first', async () => {
  await apply(0, replace);
  const answers = await Promise.all([2, 3, 4, 5].map((weight) => apply(1, reweigh(weight))));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => 'conflict' in answer)).toHaveLength(3);
  expect(await console.parts.db.revision.count()).toBe(2);
});

test('what is wrong is named by its field, and nothing is written', async () => {
  const twice: Change = { kind: 'add-service', service: webService };
  await apply(0, replace);
  expect(await apply(1, twice)).toMatchObject({
    ok: false,
    problems: [{ path: ['services', 1, 'key'], message: 'service-key-twice' }, { message: 'service-name-twice' }],
  });
  expect(await apply(1, { kind: 'remove-service', key: 'FWM 9' as typeof webKey })).toMatchObject({ ok: false });
  expect(await console.parts.db.generation.count()).toBe(1);
});

test('a failing transaction leaves neither revision nor audit entry, and the next change goes on', async () => {
  await apply(0, replace);
  await console.parts.db.$executeRawUnsafe(
    'CREATE TRIGGER no_audit BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, \'full\'); END',
  );
  await expect(apply(1, reweigh(9))).rejects.toThrow();
  expect(await console.parts.db.revision.count()).toBe(1);
  await console.parts.db.$executeRawUnsafe('DROP TRIGGER no_audit');
  expect(await apply(1, reweigh(9))).toMatchObject({ ok: true, revision: 2 });
});

test('a name must be typed for what ends live connections', async () => {
  const { token } = await console.as('administrator').directors.token({ cluster: 'shop', name: 'lb1', reason: 'new' });
  const agent = new ExampleAgent(console.url);
  await agent.enrol('lb1', token);
  await apply(0, replace);
  const { name: _, check: __, ...service } = webService;
  agent.say({ ...tableMessage(1, [service]), owned: [webKey] } as ReturnType<typeof tableMessage>);
  agent.say({
    type: 'sample',
    tableNumber: 1,
    kernelTime: 1,
    numbers: [5, 0, 0, 9, 0, 0, 0, 0, 5, 0, 0, 9, 0, 0, 0, 0],
  });
  await expect.poll(() => console.parts.fleet.director('lb1').director.history.latest).not.toBeNull();
  const remove: Change = { kind: 'remove-service', key: webKey };
  const preview = await console.as('operator').definition.preview({ cluster: 'shop', base: 1, change: remove });
  expect(preview).toMatchObject({
    ok: true,
    confirm: 'web',
    removesAll: true,
    directors: [{ director: 'lb1', totalSteps: 1 }],
  });
  const refusal = await apply(1, remove).catch((error: unknown) => error);
  expect(codeOf(refusal)).toBe('CONFIRM_REQUIRED');
  expect(await apply(1, remove, { confirm: 'web' })).toMatchObject({ ok: true, revision: 2 });
  agent.hangUp();
});

test('a change that would end a drain unsaid is refused', async () => {
  await apply(0, replace);
  const targets = [{ kind: 'real-server' as const, name: 'web1' }];
  await console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk' });
  const renamed: Change = {
    kind: 'name-real-servers',
    realServers: [{ ...web1, name: 'www1' }, web2],
  };
  expect(await apply(1, renamed)).toMatchObject({ ok: false, problems: [{ message: 'drain-would-end' }] });
});

test('a drain of what is removed ends with it', async () => {
  await apply(0, replace);
  const targets = [
    { kind: 'destination' as const, service: webKey, destination: '10.0.0.21:80' as DestinationKeyText },
  ];
  await console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk' });
  await apply(1, { kind: 'remove-destination', service: webKey, key: '10.0.0.21:80' as DestinationKeyText });
  const view = await console.as('viewer').view.cluster({ cluster: 'shop' });
  expect(view.overlays).toEqual([]);
  expect(await console.parts.db.overlay.count({ where: { endedAt: null } })).toBe(0);
});

test('taking over is kept while the service is defined, and refused for what is not', async () => {
  expect(await apply(0, replace, { takeOver: ['FWM 9'] })).toMatchObject({ ok: false });
  await apply(0, replace, { takeOver: [webKey] });
  await apply(1, reweigh(7));
  expect([...console.parts.fleet.cluster('shop').wanted.takeOver]).toEqual([webKey]);
  await apply(2, { kind: 'remove-service', key: webKey });
  expect([...console.parts.fleet.cluster('shop').wanted.takeOver]).toEqual([]);
});

test('the current revision can be sent again', async () => {
  const again = () => console.as('operator').definition.reapply({ cluster: 'shop', reason: 'drifted' });
  expect(codeOf(await again().catch((error: unknown) => error))).toBe('INVALID');
  await apply(0, replace);
  expect(await again()).toEqual({ generation: 2 });
  expect((await console.as('viewer').view.cluster({ cluster: 'shop' })).revision).toBe(1);
});

test('a console that was killed finds everything that it had acknowledged', async () => {
  await apply(0, replace);
  const killed = console.open;
  // Nothing of it is closed: its write-ahead log is as a killed process leaves it.
  await console.start();
  expect(console.parts.fleet.cluster('shop').wanted).toEqual(killed.parts.fleet.cluster('shop').wanted);
  expect(await apply(1, reweigh(7))).toEqual({ ok: true, revision: 2, generation: 2 });
  await killed.stop();
});

test('everything is there again after a restart', async () => {
  await apply(0, replace, { takeOver: [webKey] });
  const targets = [{ kind: 'real-server' as const, name: 'web1' }];
  await console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk' });
  const before = console.parts.fleet.cluster('shop').wanted;
  await console.restart();
  expect(console.parts.fleet.cluster('shop').wanted).toEqual(before);
  expect(await apply(1, reweigh(7))).toEqual({ ok: true, revision: 2, generation: 3 });
});
