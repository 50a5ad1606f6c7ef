import { afterEach, beforeEach, expect, test } from 'vitest';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import { tableMessage } from '../directors/agent.example.ts';
import { beat } from '../live/heartbeat.ts';
import { ExampleFleet, until } from '../rollout/fleet.example.ts';

let fleet: ExampleFleet;
const targets = [{ kind: 'real-server' as const, name: 'web2' }];

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1');
  await fleet.begin();
});
afterEach(() => fleet.remove());

type Start = Parameters<ReturnType<ExampleFleet['console']['as']>['drains']['start']>[0];
const start = (more: Partial<Start> = {}) =>
  fleet.console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk', ...more });
const end = (over: number | null) =>
  fleet.console.as('operator').drains.end({
    ...{ cluster: 'shop', targets, reason: 'done', ramp: over === null ? null : { over } },
  });

/** Weights as the console wants them, and whether a destination is there at all. */
const weights = () =>
  desiredTable(fleet.cluster.wanted.definition, fleet.cluster.wanted.overlays).services[0]?.destinations.map(
    ({ weight }) => weight,
  );

/** Seconds pass; the console looks at the clock, and what comes of it is written. */
async function pass(seconds: number): Promise<void> {
  fleet.console.ahead += seconds * 1000;
  beat(fleet.console.parts);
  await fleet.cluster.inTurn(async () => {});
}

const told = async (action: 'drain.deadline' | 'drain.return') => {
  const { rows } = await fleet.console.as('viewer').audit.list({ filters: { action } });
  return rows.map(({ actor, resource, after }) => [actor, resource, after]);
};

/** What the kernel of the director has, in the definition's order: weight, active connections and templates of each. */
async function kernelHas(...has: readonly (readonly [number, number, number])[]): Promise<void> {
  const services = fleet.cluster.wanted.definition.services.map((service) => {
    const { name: _, check: __, ...onWire } = service;
    return { ...onWire, destinations: service.destinations.map((to, at) => ({ ...to, weight: has[at]?.[0] ?? 0 })) };
  });
  tables += 1;
  fleet.agent('lb1').say(tableMessage(tables, services));
  const numbers = has.flatMap(([, active, templates]) => [active, 0, templates, 0, 0, 0, 0, 0]);
  const { length } = fleet.director('lb1').history.frames;
  fleet.agent('lb1').say({ type: 'sample', tableNumber: tables, kernelTime: tables * 1000, numbers });
  await until(() => fleet.director('lb1').history.frames.length > length);
}
let tables = 0;

test('asks at the deadline, once, however often the console is killed', async () => {
  await start({ deadlineIn: 60, atDeadline: 'ask' });
  await pass(59);
  expect(await told('drain.deadline')).toEqual([]);
  await pass(2);
  await pass(1);
  await fleet.kill();
  await pass(1);
  expect(await told('drain.deadline')).toEqual([['console', 'web2', { atDeadline: 'ask' }]]);
  expect(weights()).toEqual([1, 0]);
});

test('cuts at the deadline, also when the console was away then', async () => {
  const { overlays } = await start({ deadlineIn: 60, atDeadline: 'cut' });
  await fleet.kill();
  await pass(3600);
  await pass(1);
  expect(weights()).toEqual([1]);
  expect(fleet.cluster.wanted.overlays).toMatchObject([{ id: overlays[0], mode: 'cut' }]);
  await fleet.kill();
  await pass(1);
  expect(await told('drain.deadline')).toHaveLength(1);
  expect(weights()).toEqual([1]);
});

test('gives up at the deadline: the destination serves again', async () => {
  await start({ deadlineIn: 60, atDeadline: 'give-up' });
  await pass(61);
  await pass(1);
  expect(weights()).toEqual([1, 3]);
  expect(await told('drain.deadline')).toEqual([['console', 'web2', { atDeadline: 'give-up' }]]);
  expect(fleet.cluster.wanted.overlays).toEqual([]);
});

test('a drain that was done in time stays out, whoever comes later', async () => {
  await start({ deadlineIn: 60, atDeadline: 'give-up' });
  const { generation } = await fleet.gets('lb1');
  fleet.says('lb1', generation);
  await until(() => fleet.director('lb1').applied === generation);
  await kernelHas([1, 5, 0], [0, 0, 0]);
  await kernelHas([1, 5, 0], [0, 0, 0]);
  await pass(1);
  expect(await told('drain.deadline')).toEqual([['console', 'web2', { atDeadline: 'met' }]]);
  await fleet.kill();
  await pass(120);
  expect(weights()).toEqual([1, 0]);
  expect(await told('drain.deadline')).toHaveLength(1);
});

test('an extended deadline counts in the place of the first', async () => {
  const { overlays } = await start({ deadlineIn: 60, atDeadline: 'cut' });
  await fleet.console.as('operator').drains.change({
    ...{ cluster: 'shop', ids: [...overlays], deadlineIn: 600, reason: 'slow clients' },
  });
  await pass(61);
  expect(weights()).toEqual([1, 0]);
  await pass(600);
  expect(weights()).toEqual([1]);
});

test('a ramp rises step by step, stands where a killed console left it, and goes on', async () => {
  const { definition } = fleet.cluster.wanted;
  const services = definition.services.map((service) => ({
    ...service,
    destinations: service.destinations.map((to, index) => (index === 1 ? { ...to, weight: 100 } : to)),
  }));
  await fleet.console.as('operator').definition.applyChange({
    ...{ cluster: 'shop', base: 1, change: { kind: 'replace', definition: { ...definition, services } }, reason: 'w' },
  });
  await start();
  await end(20);
  expect(weights()).toEqual([1, 6]);
  await pass(4);
  expect(weights()).toEqual([1, 6]);
  await pass(1);
  expect(weights()).toEqual([1, 13]);
  await fleet.kill();
  expect(weights()).toEqual([1, 13]);
  // It was away for long: the weight takes the next step, and doesn't jump.
  await pass(3600);
  expect(weights()).toEqual([1, 25]);
  await pass(5);
  expect(weights()).toEqual([1, 50]);
  await pass(5);
  expect(weights()).toEqual([1, 100]);
  expect([fleet.cluster.wanted.overlays, fleet.cluster.returns]).toEqual([[], []]);
  expect(await told('drain.return')).toHaveLength(4);
  expect(await fleet.console.parts.db.serviceReturn.count()).toBe(0);
});

test('a new drain ends a ramp; a ramp over another drain’s destination waits for that one to end', async () => {
  await start();
  await end(20);
  expect(weights()).toEqual([1, 1]);
  const { overlays } = await start({ reason: 'again' });
  expect(fleet.cluster.wanted.overlays.map(({ id }) => id)).toEqual(overlays);
  expect(fleet.cluster.returns).toEqual([]);
  const one = { kind: 'destination' as const, service: 'TCP 10.0.0.100:80', destination: '10.0.0.22:80' };
  await fleet.console.as('operator').drains.start({ cluster: 'shop', targets: [one], reason: 'cable' });
  await end(20);
  expect(weights()).toEqual([1, 0]);
  await fleet.console.as('operator').drains.end({ cluster: 'shop', targets: [one], reason: 'cable is in' });
  expect(weights()).toEqual([1, 1]);
});

test('a weight of 1 has no steps: it returns at once, and the preview says so', async () => {
  const web1 = [{ kind: 'real-server' as const, name: 'web1' }];
  await fleet.console.as('operator').drains.start({ cluster: 'shop', targets: web1, reason: 'disk' });
  const preview = await fleet.console.as('operator').drains.preview({
    ...{ cluster: 'shop', targets: web1, action: 'return', ramp: { over: 60 } },
  });
  expect(preview).toMatchObject({ ramps: [{ destination: '10.0.0.21:80', writtenWeight: 1, weights: [] }] });
  await fleet.console.as('operator').drains.end({
    ...{ cluster: 'shop', targets: web1, reason: 'done', ramp: { over: 60 } },
  });
  expect(weights()).toEqual([1, 3]);
  expect(fleet.cluster.returns).toEqual([]);
});
