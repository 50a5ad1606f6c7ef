import { afterEach, beforeEach, expect, test } from 'vitest';
import { newestApply } from '../../domain/display/newest-apply.ts';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import { codeOf, webKey } from '../console.example.ts';
import { ExampleFleet, until } from './fleet.example.ts';

let fleet: ExampleFleet;

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1', 'lb2', 'lb3');
  await fleet.begin();
});
afterEach(() => fleet.remove());

const phase = (name: string, generation: number) => fleet.director(name).applyOf(generation)?.phase;
const view = async () => (await fleet.console.as('viewer').view.cluster({ cluster: 'shop' })).rollout;
const isOver = () => until(() => fleet.cluster.rollout === null);
const isStopped = () => until(() => fleet.cluster.rollout?.state === 'stopped');

test('the first director alone gets a revision; when it agrees, the others get it at once by the same intent', async () => {
  expect(await fleet.apply(2, 'lb2')).toMatchObject({ generation: 2 });
  expect(await fleet.gets('lb2')).toEqual({ generation: 2, weight: 2, drains: 0 });
  expect(['lb1', 'lb2', 'lb3'].map((name) => phase(name, 2))).toEqual(['waiting', 'sent', 'waiting']);
  expect(await view()).toMatchObject({ first: 'lb2', state: 'first', waiting: ['lb1', 'lb3'], previousRevision: 1 });
  fleet.says('lb2', 2);
  for (const name of ['lb1', 'lb3']) expect(await fleet.gets(name)).toEqual({ generation: 2, weight: 2, drains: 0 });
  await isOver();
  expect(await view()).toBe(null);
  expect(await fleet.actions()).toEqual(['rollout.go-on console']);
});

test('a drain meanwhile is laid over what each director has, and never brings the held-back revision', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  await fleet.drain('web2');
  expect(await fleet.gets('lb1')).toEqual({ generation: 3, weight: 2, drains: 1 });
  for (const name of ['lb2', 'lb3']) {
    expect(await fleet.gets(name)).toEqual({ generation: 3, weight: 1, drains: 1 });
    fleet.says(name, 3);
    await until(() => fleet.director(name).applied === 3);
  }
  expect([phase('lb2', 2), phase('lb1', 2)]).toEqual(['waiting', 'sent']);
  fleet.says('lb1', 3);
  // A number of its own: what lb2 says of intent 3 is about the revision that it kept.
  for (const name of ['lb2', 'lb3']) expect(await fleet.gets(name)).toEqual({ generation: 4, weight: 2, drains: 1 });
  expect([phase('lb1', 2), phase('lb2', 2)]).toEqual(['superseded', 'superseded']);
});

test.each([
  ['fails', { outcome: 'failed', failed: 1, readBack: 'differs' }],
  ['differs when it is read back', { readBack: 'differs' }],
  ['can’t be read back', { readBack: 'unread' }],
] as const)('when the first director %s the others stay, until people let them go on', async (_, end) => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2, end);
  await isStopped();
  expect(await view()).toMatchObject({ state: 'stopped', waiting: ['lb2', 'lb3'] });
  expect(await fleet.goOn()).toEqual({ generation: 2 });
  for (const name of ['lb2', 'lb3']) expect(await fleet.gets(name)).toEqual({ generation: 2, weight: 2, drains: 0 });
  expect(await fleet.actions()).toEqual(['rollout.go-on the.operator', 'rollout.stopped console']);
});

test('a failure from before is still told of a director that waits, also after a restart', async () => {
  await fleet.apply(2);
  await fleet.gets('lb2');
  fleet.says('lb2', 2, { outcome: 'failed', failed: 1 });
  fleet.agent('lb3').say({ type: 'refused', code: 'malformed', generation: 2, detail: 'an older agent' });
  await until(() => fleet.director('lb2').held === 2 && fleet.director('lb3').refusal !== null);
  await fleet.apply(3, 'lb1');
  expect([phase('lb2', 3), phase('lb2', 2)]).toEqual(['waiting', 'failed']);
  const failed = () => fleet.cluster.record.directors.map((record) => newestApply(record)?.phase);
  expect(failed()).toEqual(['sent', 'failed', 'refused']);
  await fleet.kill();
  expect(failed()).toEqual(['requested', 'failed', 'refused']);
  expect(fleet.director('lb3').refusal).toEqual({ code: 'malformed', detail: 'an older agent' });
});

test('when the first director refuses the others stay', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.agent('lb1').say({ type: 'refused', code: 'malformed', generation: 2, detail: 'an older agent' });
  await isStopped();
  expect([phase('lb1', 2), phase('lb2', 2)]).toEqual(['refused', 'waiting']);
});

test('a drain that goes well after it stopped doesn’t let the others go on', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2, { readBack: 'differs' });
  await isStopped();
  await fleet.drain('web2');
  await fleet.gets('lb1');
  fleet.says('lb1', 3);
  await until(() => fleet.director('lb1').applied === 3);
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 3, weight: 1 });
  expect(fleet.cluster.rollout?.state).toBe('stopped');
});

test('sending again tries the first director anew, and gives the others what they keep', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2, { outcome: 'failed', failed: 1 });
  await isStopped();
  await fleet.console.as('operator').definition.reapply({ cluster: 'shop', reason: 'module loaded' });
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 3, weight: 1 });
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 3, weight: 2 });
  expect(fleet.cluster.rollout).toMatchObject({ state: 'first', generation: 3 });
  fleet.says('lb1', 3);
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 4, weight: 2 });
});

test('an unreachable first director holds the others back; it gets the newest intent when it returns', async () => {
  await fleet.hangUp('lb1');
  await fleet.apply(2, 'lb1');
  await fleet.drain('web2');
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 3, weight: 1 });
  expect(phase('lb1', 2)).toBe('superseded');
  await fleet.connect('lb1', 1);
  expect(await fleet.gets('lb1')).toEqual({ generation: 3, weight: 2, drains: 1 });
  fleet.says('lb1', 3);
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 4, weight: 2 });
});

test('the others can be let go on while the first one is away, and it gets the same when it returns', async () => {
  await fleet.hangUp('lb1');
  await fleet.apply(2, 'lb1');
  expect(await fleet.goOn()).toEqual({ generation: 2 });
  expect(await fleet.gets('lb3')).toMatchObject({ generation: 2, weight: 2 });
  await fleet.connect('lb1', 1);
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 2, weight: 2 });
  expect(codeOf(await fleet.goOn().catch((error: unknown) => error))).toBe('INVALID');
});

test('a waiting director that was away gets what it keeps, by the newest intent that was meant for it', async () => {
  await fleet.hangUp('lb3');
  await fleet.drain('web2');
  await fleet.apply(2, 'lb1');
  await fleet.connect('lb3', 1);
  expect(await fleet.gets('lb3')).toEqual({ generation: 2, weight: 1, drains: 1 });
  fleet.says('lb3', 2);
  await until(() => fleet.director('lb3').applied === 2);
  await fleet.hangUp('lb3');
  await fleet.connect('lb3', 2);
  await fleet.gets('lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 3);
  expect(await fleet.gets('lb3')).toEqual({ generation: 3, weight: 2, drains: 1 });
});

test('a newer revision ends the rollout; one with a first director leaves the others with what they keep', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.apply(3, 'lb1');
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 2 });
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 3, weight: 3 });
  expect(fleet.cluster.rollout?.previous.revision).toBe(1);
  expect(phase('lb2', 2)).toBe('superseded');
  await fleet.apply(4);
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 4, weight: 4 });
  expect(fleet.cluster.rollout).toBe(null);
  fleet.says('lb1', 3);
  await until(() => fleet.director('lb1').held === 3);
  expect(await fleet.actions()).toEqual([]);
});

test('going back may go to the first director first, too', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2, { outcome: 'failed', failed: 1 });
  await isStopped();
  const change = { kind: 'go-back' as const, revision: 1 };
  const back = { cluster: 'shop', base: 2, change, reason: 'no good', first: 'lb1' };
  await fleet.console.as('operator').definition.applyChange(back);
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 3, weight: 1 });
  fleet.says('lb1', 3);
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 3, weight: 1 });
});

test('when another director goes first, the one before is brought back to what the others keep', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  await fleet.apply(3, 'lb2');
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 3, weight: 3 });
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 3, weight: 1 });
  fleet.says('lb2', 3);
  expect(await fleet.gets('lb3')).toMatchObject({ generation: 4, weight: 3 });
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 4, weight: 3 });
});

test('a director that enrols meanwhile is held back with the others', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.enrol('lb4');
  expect(await fleet.gets('lb4')).toMatchObject({ generation: 1, weight: 1 });
  expect((await view())?.waiting).toEqual(['lb2', 'lb3', 'lb4']);
  fleet.says('lb4', 1);
  await fleet.gets('lb1');
  fleet.says('lb1', 2);
  expect(await fleet.gets('lb4')).toMatchObject({ generation: 2, weight: 2 });
});

test('removing the first director stops the rollout; removing the last that waits ends it', async () => {
  const remove = (director: string) =>
    fleet.console.as('administrator').directors.remove({ director, reason: 'scrap', confirm: director });
  await fleet.apply(2, 'lb1');
  await remove('lb1');
  expect(await view()).toMatchObject({ first: 'lb1', state: 'stopped', waiting: ['lb2', 'lb3'] });
  expect(await fleet.actions()).toEqual(['rollout.stopped the.administrator']);
  await fleet.console.restart();
  expect(await view()).toMatchObject({ first: 'lb1', state: 'stopped', waiting: ['lb2', 'lb3'] });
  await remove('lb2');
  await remove('lb3');
  expect(await view()).toBe(null);
});

test('a drain of what the newest revision hasn’t any more goes on for those that wait, and ends with the rollout', async () => {
  const destination = '10.0.0.21:80' as DestinationKeyText;
  const targets = [{ kind: 'destination' as const, service: webKey, destination }];
  await fleet.console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk' });
  for (const name of ['lb1', 'lb2']) await fleet.gets(name);
  const change = { kind: 'remove-destination' as const, service: webKey, key: destination };
  const asked = { cluster: 'shop', base: 1, change, reason: 'scrap', first: 'lb1' };
  expect(await fleet.console.as('operator').definition.applyChange(asked)).toMatchObject({ generation: 3 });
  await fleet.drain('web2', 'web');
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 4, weight: 1, drains: 2 });
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 3 });
  await fleet.gets('lb1');
  fleet.says('lb1', 4);
  expect(await fleet.gets('lb2')).toMatchObject({ generation: 5, drains: 1 });
  expect(await fleet.console.parts.db.overlay.count({ where: { endedAt: null } })).toBe(1);
});

test('what only waiting directors have can still be drained', async () => {
  const key = '10.0.0.21:80' as DestinationKeyText;
  const change = { kind: 'remove-destination' as const, service: webKey, key };
  await fleet.console
    .as('operator')
    .definition.applyChange({ cluster: 'shop', base: 1, change, reason: 'x', first: 'lb1' });
  const targets = [{ kind: 'destination' as const, service: webKey, destination: key }];
  await fleet.console.as('operator').drains.start({ cluster: 'shop', targets, reason: 'disk' });
  expect(await fleet.gets('lb2')).toEqual({ generation: 3, weight: 1, drains: 1 });
});

test('a first director that isn’t one is refused, and nothing is written', async () => {
  expect(codeOf(await fleet.apply(2, 'lb9').catch((error: unknown) => error))).toBe('INVALID');
  expect(await fleet.console.parts.db.revision.count()).toBe(1);
});
