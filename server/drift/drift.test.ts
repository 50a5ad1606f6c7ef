import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { codeOf, webDefinition, webKey } from '../console.example.ts';
import { tableMessage } from '../directors/agent.example.ts';
import { beat } from '../live/heartbeat.ts';
import { ExampleFleet, until } from '../rollout/fleet.example.ts';

let fleet: ExampleFleet;
const web1 = `${webKey} 10.0.0.21:80`;
const web2 = `${webKey} 10.0.0.22:80`;
const [{ name: _, check: __, ...web }] = webDefinition.services as [ServiceDefinition];

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1', 'lb2');
  await fleet.begin();
});
afterEach(() => fleet.remove());

let table = 0;
/** A director tells of a kernel whose two destinations have these weights. */
async function kernelHas(director: string, ...weights: number[]): Promise<void> {
  table += 1;
  const destinations = web.destinations.map((destination, index) => ({ ...destination, weight: weights[index] ?? 0 }));
  const message = tableMessage(table, [{ ...web, destinations }]);
  fleet.agent(director).say({ ...message, owned: [webKey] } as AgentMessage);
  const frames = fleet.director(director).history.frames.length;
  fleet
    .agent(director)
    .say({ type: 'sample', tableNumber: table, kernelTime: table * 1000, numbers: Array<number>(16).fill(0) });
  await until(() => fleet.director(director).history.frames.length === frames + 1);
}

const drift = async (director = 'lb1') => {
  const view = await fleet.console.as('viewer').view.director({ director });
  return view.drift.map(({ target }) => target);
};
const ignore = (targets: string[], director = 'lb1') =>
  fleet.console.as('operator').drift.ignore({ cluster: 'shop', director, targets, reason: 'a colleague’s test' });
const stop = (ids: string[]) =>
  fleet.console.as('operator').drift.stopIgnoring({ cluster: 'shop', director: 'lb1', ids, reason: 'it is over' });
const problemsOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((refusal: unknown) => refusal as Error);
  return { code: codeOf(error), ...(error as { cause: { details: object } }).cause.details };
};

test('what stands is left on one director, changes no kernel, and is there after a kill', async () => {
  await kernelHas('lb1', 7, 9);
  expect(await drift()).toEqual([web1, web2]);
  expect(await ignore([web1])).toEqual({ generation: 2 });
  const intent = await fleet.intent('lb1');
  expect(intent).toMatchObject({
    only: [],
    accepted: [{ stands: { over: { weight: 1 }, stands: { weight: 7 } }, reason: 'a colleague’s test' }],
  });
  expect(await fleet.intent('lb2')).toMatchObject({ only: [], accepted: [] });
  fleet.says('lb1', 2);
  await until(() => fleet.director('lb1').applied === 2);
  await kernelHas('lb1', 7, 9);
  expect(await drift()).toEqual([web2]);
  const lastApplied = () => fleet.director('lb1').lastApplied?.services[0]?.destinations.map(({ weight }) => weight);
  expect(lastApplied()).toEqual([7, 3]);
  await fleet.kill();
  expect(fleet.director('lb1').accepted).toMatchObject([{ by: 'the.operator', stands: { stands: { weight: 7 } } }]);
  expect(lastApplied()).toEqual([7, 3]);
  const { rows } = await fleet.console.as('viewer').audit.list({ filters: { action: 'drift.ignore' } });
  expect(rows[0]).toMatchObject({ director: 'lb1', resource: web1, reason: 'a colleague’s test', generation: 2 });
});

test('it stays through drains and is laid over again by each; when it ends, it is drift again', async () => {
  await kernelHas('lb1', 7, 3);
  await ignore([web1]);
  await fleet.intent('lb1');
  await fleet.drain('web2');
  expect(await fleet.intent('lb1')).toMatchObject({ only: null, accepted: [{ stands: { stands: { weight: 7 } } }] });
  fleet.says('lb1', 3);
  await until(() => fleet.director('lb1').applied === 3);
  const ids = fleet.director('lb1').accepted.map(({ id }) => id);
  expect(await stop(ids)).toEqual({ generation: 4 });
  expect(await fleet.intent('lb1')).toMatchObject({ only: [], accepted: [] });
  fleet.says('lb1', 4);
  await until(() => fleet.director('lb1').applied === 4);
  await kernelHas('lb1', 7, 0);
  expect(await drift()).toEqual([web1]);
  expect(await problemsOf(stop(ids))).toMatchObject({ code: 'INVALID', problems: [{ message: 'not-ignored' }] });
});

test('it counts no more when the definition says something else there, and the view says so', async () => {
  await kernelHas('lb1', 7, 3);
  await ignore([web1]);
  await fleet.intent('lb1');
  await fleet.apply(5);
  expect(await fleet.gets('lb1')).toMatchObject({ weight: 5 });
  fleet.says('lb1', 3);
  await until(() => fleet.director('lb1').applied === 3);
  await kernelHas('lb1', 5, 3);
  const view = await fleet.console.as('viewer').view.director({ director: 'lb1' });
  expect([view.drift, view.accepted]).toMatchObject([[], [{ target: web1, holds: false }]]);
});

test('what isn’t adrift any more is refused, by its place in what was asked', async () => {
  await kernelHas('lb1', 7, 3);
  expect(await problemsOf(ignore([web1, web2]))).toMatchObject({
    code: 'INVALID',
    problems: [{ path: ['targets', 1], message: 'not-drifting' }],
  });
  await kernelHas('lb1', 1, 3);
  expect(await problemsOf(ignore([web1]))).toMatchObject({ problems: [{ message: 'not-drifting' }] });
  expect(await fleet.console.parts.db.generation.count()).toBe(1);
});

test('leaving the same place again takes the place of what was left there', async () => {
  await kernelHas('lb1', 7, 3);
  await ignore([web1]);
  await fleet.intent('lb1');
  fleet.says('lb1', 2);
  await until(() => fleet.director('lb1').applied === 2);
  await kernelHas('lb1', 8, 3);
  await ignore([web1]);
  expect(fleet.director('lb1').accepted).toMatchObject([{ stands: { over: { weight: 1 }, stands: { weight: 8 } } }]);
});

test('sending some again is confined to them, and a newer intent is not', async () => {
  await kernelHas('lb1', 7, 9);
  const again = { cluster: 'shop', reason: 'wrong', only: [web1] };
  await fleet.console.as('operator').definition.reapply(again);
  expect(await fleet.intent('lb1')).toMatchObject({ generation: 2, only: [web1] });
  await fleet.drain('web2');
  expect(await fleet.intent('lb1')).toMatchObject({ generation: 3, only: null });
});

test('a director that hasn’t got everything from before isn’t confined, now or after a kill', async () => {
  await fleet.hangUp('lb2');
  await fleet.apply(5);
  await fleet.gets('lb1');
  fleet.says('lb1', 2);
  await until(() => fleet.director('lb1').applied === 2);
  await kernelHas('lb1', 7, 3);
  await fleet.console.as('operator').definition.reapply({ cluster: 'shop', reason: 'wrong', only: [web1] });
  expect(await fleet.intent('lb1')).toMatchObject({ generation: 3, only: [web1] });
  await fleet.kill();
  await fleet.connect('lb2', 1);
  expect(await fleet.intent('lb2')).toMatchObject({ generation: 3, revision: 2, only: null });
  await fleet.connect('lb1', 3);
  expect(await fleet.intent('lb1')).toMatchObject({ generation: 3, only: [web1] });
});

test('confining what goes to a first director doesn’t keep the others from the revision that they wait for', async () => {
  await fleet.apply(5, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2, { readBack: 'differs' });
  await until(() => fleet.cluster.rollout?.state === 'stopped');
  const again = { cluster: 'shop', reason: 'wrong', only: [web1], first: 'lb1' };
  await fleet.console.as('operator').definition.reapply(again);
  fleet.says('lb1', 3);
  expect(await fleet.intent('lb2')).toMatchObject({ generation: 3, revision: 2, only: null });
});

test('repairs are in the audit log with their lines: the first at once, a fight once a minute', async () => {
  const repaired = (failed: number): AgentMessage => ({
    type: 'repaired',
    generation: 1,
    results: [
      { index: 0, line: `-e ${web1}`, outcome: failed ? 'failed' : 'applied', error: failed ? 'ENOENT' : null },
    ],
    ...{ total: 1, failed, readBack: 'agrees' },
  });
  const rows = async () => {
    const found = await fleet.console.as('viewer').audit.list({ filters: { director: 'lb1' } });
    return found.rows.filter(({ action }) => action.startsWith('drift.repair'));
  };
  for (const failed of [0, 0, 1, 0]) fleet.agent('lb1').say(repaired(failed));
  await expect.poll(rows).toHaveLength(1);
  expect((await rows())[0]).toMatchObject({ action: 'drift.repaired', after: { times: 1, lines: [`-e ${web1}`] } });
  // Messages are taken in turn: all repairs are known when this is.
  fleet.agent('lb1').say({ type: 'trouble', detail: 'and so on' });
  await until(() => fleet.director('lb1').agentTrouble !== null);
  fleet.console.ahead = 60_000;
  beat(fleet.console.parts);
  await expect.poll(rows).toHaveLength(2);
  expect((await rows())[0]).toMatchObject({
    action: 'drift.repair-failed',
    outcome: 'failed',
    actorKind: 'agent',
    after: { times: 3, total: 3, failed: 1 },
  });
});

test('where agents put drift right, the log tells of drift that lasts, and not of each that comes and goes', async () => {
  const change = { kind: 'set-settings' as const, settings: { ...webDefinition.settings, drift: 'repair' as const } };
  await fleet.console.as('operator').definition.applyChange({ cluster: 'shop', base: 1, change, reason: 'policy' });
  fleet.says('lb1', 2);
  await until(() => fleet.director('lb1').applied === 2);
  const seen = async () => {
    const { rows } = await fleet.console.as('viewer').audit.list({ filters: { action: 'drift.seen' } });
    return rows.map(({ director }) => director);
  };
  await kernelHas('lb1', 7, 3);
  beat(fleet.console.parts);
  await kernelHas('lb1', 1, 3);
  beat(fleet.console.parts);
  await kernelHas('lb1', 7, 3);
  beat(fleet.console.parts);
  expect(fleet.director('lb1').findings).toMatchObject([{ code: 'drift' }]);
  expect(fleet.director('lb1').drifted).toBe(false);
  fleet.console.ahead = 11_000;
  await kernelHas('lb1', 7, 3);
  beat(fleet.console.parts);
  await expect.poll(seen).toEqual(['lb1']);
});
