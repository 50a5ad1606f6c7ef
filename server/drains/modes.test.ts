import { afterEach, beforeEach, expect, test } from 'vitest';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import { codeOf } from '../console.example.ts';
import { tableMessage } from '../directors/agent.example.ts';
import { ExampleFleet, until } from '../rollout/fleet.example.ts';

const byAction = ([a]: readonly unknown[], [b]: readonly unknown[]): number => String(a).localeCompare(String(b));

let fleet: ExampleFleet;
const web1 = { kind: 'real-server' as const, name: 'web1' };

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1', 'lb2');
  await fleet.begin();
});
afterEach(() => fleet.remove());

type Start = Parameters<ReturnType<ExampleFleet['console']['as']>['drains']['start']>[0];
const start = (more: Partial<Start> = {}) =>
  fleet.console.as('operator').drains.start({ cluster: 'shop', targets: [web1], reason: 'disk', ...more });
const problemsOf = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => null,
    (refusal: unknown) => refusal as Error & { cause: { details: { problems: unknown } } },
  );
  return { code: codeOf(error), problems: error?.cause.details.problems };
};

/** Says what a director's kernel has, with `expire_quiescent_template` at that value. */
async function tells(name: string, value: number): Promise<void> {
  const services = fleet.cluster.wanted.definition.services.map((service) => {
    const { name: _, check: __, ...onWire } = service;
    return onWire;
  });
  const message = tableMessage(1, services);
  if (message.type !== 'table') throw new Error('it is no table');
  const facts = { ...message.facts, sysctls: { expire_quiescent_template: value } };
  fleet.agent(name).say({ ...message, facts });
  const numbers = services.flatMap(({ destinations }) => destinations.flatMap(() => [0, 0, 0, 0, 0, 0, 0, 0]));
  fleet.agent(name).say({ type: 'sample', tableNumber: 1, kernelTime: 2000, numbers });
  await until(() => fleet.director(name).history.latest !== null);
}

const sysctlOf = ({ definition, overlays }: Intent) =>
  desiredTable(definition, overlays).settings.sysctls.expire_quiescent_template;

test('elsewhere states the setting in a revision of its own, lays 1 over it, and goes back to what was stated', async () => {
  await tells('lb1', 0);
  await tells('lb2', 0);
  const asked = { cluster: 'shop', targets: [web1], action: 'drain' as const, mode: 'elsewhere' as const };
  expect(await fleet.console.as('operator').drains.preview(asked)).toMatchObject({
    states: { sysctl: 'expire_quiescent_template', value: 0 },
  });
  await start({ mode: 'elsewhere' });
  const during = await fleet.intent('lb1');
  expect(during).toMatchObject({ revision: 2, overlays: [{ mode: 'elsewhere' }] });
  expect(during.definition.settings.sysctls).toEqual({ expire_quiescent_template: 0 });
  expect(sysctlOf(during)).toBe(1);
  await fleet.console.as('operator').drains.end({ cluster: 'shop', targets: [web1], reason: 'done' });
  const after = await fleet.intent('lb1');
  expect([after.revision, sysctlOf(after)]).toEqual([2, 0]);
  const { rows } = await fleet.console.as('viewer').audit.list({ filters: { cluster: 'shop' } });
  const told = rows.filter(({ generation, actorKind }) => generation === during.generation && actorKind === 'person');
  expect(told.map(({ action, revision }) => [action, revision]).sort(byAction)).toEqual([
    ['definition.apply', 2],
    ['drain.start', 2],
  ]);
});

test('elsewhere is refused where directors differ or aren’t known, and they are named', async () => {
  await tells('lb1', 0);
  expect(await problemsOf(start({ mode: 'elsewhere' }))).toEqual({
    code: 'INVALID',
    problems: [{ path: ['mode', 'lb2'], message: 'elsewhere-director-unknown' }],
  });
  await tells('lb2', 1);
  expect(await problemsOf(start({ mode: 'elsewhere' }))).toMatchObject({
    problems: [{ path: ['mode', 'lb1 0', 'lb2 1'], message: 'elsewhere-directors-differ' }],
  });
  expect(fleet.cluster.wanted.overlays).toEqual([]);
});

test('what a drain lies over may not be left to the kernel meanwhile', async () => {
  await tells('lb1', 0);
  await tells('lb2', 0);
  await start({ mode: 'elsewhere' });
  const { definition, revision: base } = fleet.cluster.wanted;
  const change = { kind: 'set-settings' as const, settings: { ...definition.settings, sysctls: {} } };
  const applied = await fleet.console.as('operator').definition.applyChange({
    ...{ cluster: 'shop', base, change, reason: 'tidy up' },
  });
  expect(applied).toEqual({
    ok: false,
    problems: [{ path: ['settings', 'sysctls', 'expire_quiescent_template'], message: 'drain-needs-it' }],
  });
});

test('a change keeps the drain’s id, and a console that was killed has it as it was changed', async () => {
  const { overlays: ids } = await start({ deadlineIn: 600, atDeadline: 'give-up' });
  const { generation } = await fleet.console.as('operator').drains.change({
    ...{ cluster: 'shop', ids: [...ids], mode: 'cut', atDeadline: 'ask', reason: 'it is urgent' },
  });
  expect(generation).toBe(3);
  await fleet.kill();
  const [drain] = fleet.cluster.wanted.overlays;
  expect(drain).toMatchObject({ id: ids[0], mode: 'cut', atDeadline: 'ask', reason: 'disk', by: 'the.operator' });
  const [desired] = desiredTable(fleet.cluster.wanted.definition, fleet.cluster.wanted.overlays).services;
  expect(desired?.destinations.map(({ realServer }) => realServer)).toEqual(['web2']);
  expect(desired?.cut.map(({ realServer, writtenWeight }) => [realServer, writtenWeight])).toEqual([['web1', 1]]);
  const unknown = fleet.console.as('operator').drains.change({ cluster: 'shop', ids: ['x'], reason: 'no' });
  expect(await problemsOf(unknown)).toMatchObject({ problems: [{ path: ['ids', 0], message: 'drain-unknown' }] });
});
