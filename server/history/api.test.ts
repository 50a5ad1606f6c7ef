import { afterEach, beforeEach, expect, test } from 'vitest';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import type { HistoryField } from '../../domain/history/fields.ts';
import type { VirtualService } from '../../domain/lvs/table.ts';
import { codeOf, webDefinition, webKey } from '../console.example.ts';
import { tableMessage } from '../directors/agent.example.ts';
import { ExampleFleet, until } from '../rollout/fleet.example.ts';
import { serviceKey } from './history.example.ts';

let fleet: ExampleFleet;
let number = 0;
const table: readonly VirtualService[] = desiredTable(webDefinition, []).services.map(
  ({ key, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine, destinations }) => ({
    ...{ key, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine },
    destinations: destinations.map(({ address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel }) => ({
      ...{ address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel },
    })),
  }),
);

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1', 'lb2');
  await fleet.begin();
});
afterEach(() => fleet.remove());

/** Samples of lb1 as its agent sends them, a second apart on both clocks: 10 and 30 connections a second. */
async function pass(seconds: number): Promise<void> {
  const { history } = fleet.director('lb1');
  for (let second = 0; second < seconds; second++) {
    number += 1;
    const rows = [10, 30].flatMap((rate) => [rate, 2, 3, rate * number, number, number, rate * number * 100, 0]);
    const kernelTime = number * 1000;
    fleet.agent('lb1').say({ type: 'sample', tableNumber: 1, kernelTime, numbers: rows });
    await until(() => history.latest?.kernelTime === kernelTime);
    fleet.console.ahead += 1000;
  }
}

const lb1 = { cluster: 'shop', director: 'lb1' };
const now = () => fleet.console.parts.now();
const whole = (list: readonly (number | null)[] | undefined) => [...new Set(list?.slice(5, 40))];

/** Asks for the last 50 s, a point a second. */
const ask = (
  of: Parameters<ReturnType<ExampleFleet['console']['as']>['history']['series']>[0]['of'],
  fields?: HistoryField[],
) =>
  fleet.console
    .as('viewer')
    .history.series({ ...lb1, of, from: now() - 50_000, to: now(), points: 50, ...(fields && { fields }) });

test('a destination, a service, a real server and a director, from what an agent sends', async () => {
  number = 0;
  fleet.agent('lb1').say(tableMessage(1, table));
  await pass(60);
  const destination = await ask({ kind: 'destination', service: webKey, destination: '10.0.0.22:80' as never });
  expect(destination).toMatchObject({ step: 1000, rows: [], unlisted: 0 });
  expect(destination.count).toBe(destination.fields.cps?.length);
  for (const rate of whole(destination.fields.cps)) expect(rate).toBeCloseTo(30, 0);
  expect(whole(destination.fields.activeConn)).toEqual([30]);
  expect(whole(destination.fields.activeConnMax)).toEqual([30]);
  const service = await ask({ kind: 'service', service: webKey });
  expect(service.rows.map((row) => row.destination)).toEqual(['10.0.0.22:80', '10.0.0.21:80']);
  expect(whole(service.fields.activeConn)).toEqual([40]);
  for (const rate of whole(service.fields.inRate)) expect(rate).toBeCloseTo(4000, -2);
  expect(service.fields.activeConnMax).toBeUndefined();
  const about = { ...lb1, of: { kind: 'service' as const, service: webKey }, points: 50, fields: ['cps' as const] };
  const stretch = { from: now() - 50_000, to: now() };
  const busiest = await fleet.console.as('viewer').history.series({ ...about, ...stretch, rows: 1 });
  expect(busiest.rows.map((row) => row.destination)).toEqual(['10.0.0.22:80']);
  expect(busiest.unlisted).toBe(1);
  const listed = [{ service: webKey, destination: '10.0.0.21:80' as never }];
  const chosen = await fleet.console.as('viewer').history.series({ ...about, ...stretch, listed });
  expect(chosen.rows.map((row) => row.destination)).toEqual(['10.0.0.21:80']);
  expect(chosen.unlisted).toBe(1);
  expect(chosen.fields.cps).toEqual(busiest.fields.cps);
  const server = await ask({ kind: 'real-server', name: 'web1' }, ['persistConn']);
  expect(server.rows.map((row) => row.destination)).toEqual(['10.0.0.21:80']);
  expect(Object.keys(server.fields)).toEqual(['persistConn']);
  const director = await ask({ kind: 'director' });
  expect(director.rows).toEqual([]);
  expect(whole(director.fields.activeConn)).toEqual([40]);
  expect(whole(director.fields.activeConnMax)).toEqual([40]);
});

test('it is on disk after a restart', async () => {
  number = 0;
  fleet.agent('lb1').say(tableMessage(1, table));
  await pass(61);
  await fleet.console.restart();
  const until = now();
  const asked = { ...lb1, of: { kind: 'director' as const }, from: until - 20 * 60_000, to: until, points: 120 };
  const { fields, step } = await fleet.console.as('viewer').history.series(asked);
  const known = (fields.cps ?? []).filter((rate) => rate !== null);
  expect(step).toBe(10_000);
  expect(known.length).toBeGreaterThanOrEqual(5);
  for (const rate of known) expect(rate).toBeCloseTo(40, 0);
});

test('what does not exist is refused, and what has no numbers has gaps', async () => {
  const viewer = fleet.console.as('viewer').history;
  const asked = { of: { kind: 'director' as const }, from: 0, to: 1000, points: 10 };
  expect(await viewer.series({ ...lb1, cluster: 'other', ...asked }).catch(codeOf)).toBe('NOT_FOUND');
  expect(await viewer.series({ ...lb1, director: 'lb9', ...asked }).catch(codeOf)).toBe('NOT_FOUND');
  await expect(viewer.series({ ...lb1, ...asked, to: 0 })).rejects.toThrow('range-empty');
  const nothing = await viewer.series({ ...lb1, ...asked, of: { kind: 'service', service: serviceKey } });
  expect(new Set(nothing.fields.cps)).toEqual(new Set([null]));
});

test('what happened stands beside it, oldest first', async () => {
  const from = now();
  await fleet.drain('web2');
  await fleet.hangUp('lb2');
  const { viewer } = { viewer: fleet.console.as('viewer') };
  await expect(viewer.drains.end({ cluster: 'shop', targets: [], reason: 'no' })).rejects.toThrow('needs the role');
  await expect
    .poll(async () => (await viewer.history.annotations({ cluster: 'shop', from, to: now() })).annotations.length)
    .toBe(2);
  const { annotations, more } = await viewer.history.annotations({ cluster: 'shop', from, to: now() });
  expect(more).toBe(false);
  expect(annotations).toMatchObject([
    { kind: 'drain', action: 'drain.start', actor: 'the.operator', reason: 'disk', director: null, generation: 2 },
    { kind: 'director', action: 'director.disconnected', director: 'lb2' },
  ]);
  expect(
    (await viewer.history.annotations({ cluster: 'shop', from: 0, to: from - 1 })).annotations.map(({ kind }) => kind),
  ).toContain('apply');
  expect(await viewer.history.annotations({ cluster: 'other', from: 0, to: 1 }).catch(codeOf)).toBe('NOT_FOUND');
});
