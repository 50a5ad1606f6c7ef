import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExampleFleet, until } from './fleet.example.ts';

let fleet: ExampleFleet;

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1', 'lb2');
});
afterEach(() => fleet.remove());

test('a cluster’s first revision goes to the first director, and nothing at all to those that wait', async () => {
  await fleet.apply(1, 'lb1');
  await fleet.drain('web2');
  await fleet.enrol('lb3');
  expect(await fleet.gets('lb1')).toEqual({ generation: 1, weight: 1, drains: 0 });
  expect(await fleet.gets('lb1')).toEqual({ generation: 2, weight: 1, drains: 1 });
  expect(['lb2', 'lb3'].map((name) => fleet.director(name).sent)).toEqual([null, null]);
  expect(fleet.director('lb2').applies.map(({ phase }) => phase)).toEqual(['waiting', 'waiting']);
  await fleet.kill();
  for (const name of ['lb1', 'lb2', 'lb3']) await fleet.connect(name, name === 'lb1' ? 1 : 0);
  await fleet.gets('lb1');
  fleet.says('lb1', 2);
  for (const name of ['lb2', 'lb3']) expect(await fleet.gets(name)).toEqual({ generation: 2, weight: 1, drains: 1 });
  expect(fleet.director('lb2').applies.map(({ phase }) => phase)).toEqual(['sent', 'superseded']);
});

test('leaving drift as it is, confined to nothing, doesn’t keep the first revision from those that wait', async () => {
  await fleet.apply(1, 'lb1');
  await fleet.gets('lb1');
  const cluster = fleet.cluster;
  fleet.says('lb1', 1, { readBack: 'differs' });
  await until(() => cluster.rollout?.state === 'stopped');
  const again = { cluster: 'shop', reason: 'wrong', only: ['TCP 10.0.0.100:80'] };
  expect(await fleet.console.as('operator').definition.reapply(again)).toEqual({ generation: 2 });
  expect(await fleet.goOn()).toEqual({ generation: 2 });
  expect(await fleet.intent('lb2')).toMatchObject({ generation: 2, revision: 1, only: null });
});

test('where there is one director, nobody waits', async () => {
  const remove = { director: 'lb2', reason: 'scrap', confirm: 'lb2' };
  await fleet.console.as('administrator').directors.remove(remove);
  await fleet.apply(1, 'lb1');
  expect(fleet.cluster.rollout).toBe(null);
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 1, weight: 1 });
});
