import { afterEach, beforeEach, expect, test } from 'vitest';
import { beat } from '../live/heartbeat.ts';
import { ExampleFleet, until } from './fleet.example.ts';

let fleet: ExampleFleet;

beforeEach(async () => {
  fleet = new ExampleFleet();
  await fleet.start('lb1', 'lb2', 'lb3');
  await fleet.begin();
});
afterEach(() => fleet.remove());

test('killed while the revision is on its way to the first director', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.drain('web2');
  const before = fleet.cluster.record;
  await fleet.kill();
  expect(fleet.cluster.record.heldBack).toEqual(before.heldBack);
  expect(fleet.cluster.record.directors.map(({ wanted }) => wanted)).toEqual([3, 3, 3]);
  await fleet.connect('lb2', 1);
  expect(await fleet.gets('lb2')).toEqual({ generation: 3, weight: 1, drains: 1 });
  fleet.says('lb2', 3);
  await fleet.connect('lb1', 2);
  expect(await fleet.gets('lb1')).toEqual({ generation: 3, weight: 2, drains: 1 });
  fleet.says('lb1', 3);
  expect(await fleet.gets('lb2')).toEqual({ generation: 4, weight: 2, drains: 1 });
});

test('killed after the first director agreed and before that was acted upon', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  // Letting the others go on fails, as if it had never come to it.
  const { db } = fleet.console.parts;
  await db.$executeRawUnsafe(
    'CREATE TRIGGER no_end BEFORE DELETE ON "Rollout" BEGIN SELECT RAISE(ABORT, \'killed\'); END',
  );
  fleet.says('lb1', 2);
  await until(() => fleet.director('lb1').applied === 2);
  await expect.poll(() => db.applyResult.count({ where: { generation: 2, phase: 'applied' } })).toBe(1);
  await fleet.console.open.stop();
  await fleet.console.start();
  await fleet.console.parts.db.$executeRawUnsafe('DROP TRIGGER no_end');
  expect(fleet.cluster.rollout?.state).toBe('first');
  await fleet.connect('lb2', 1);
  beat(fleet.console.parts);
  expect(await fleet.gets('lb2')).toEqual({ generation: 2, weight: 2, drains: 0 });
});

test('killed after it stopped', async () => {
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2, { outcome: 'failed', failed: 1 });
  await until(() => fleet.cluster.rollout?.state === 'stopped');
  await fleet.kill();
  beat(fleet.console.parts);
  await fleet.connect('lb2', 1);
  expect(await fleet.goOn()).toEqual({ generation: 2 });
  expect(await fleet.gets('lb2')).toEqual({ generation: 2, weight: 2, drains: 0 });
  expect(await fleet.actions()).toEqual(['rollout.go-on the.operator', 'rollout.stopped console']);
});

test('killed after the others were let go on and before they heard of it', async () => {
  await fleet.hangUp('lb2');
  await fleet.apply(2, 'lb1');
  await fleet.gets('lb1');
  fleet.says('lb1', 2);
  await until(() => fleet.cluster.rollout === null);
  await fleet.kill();
  expect(fleet.cluster.rollout).toBe(null);
  await fleet.connect('lb2', 1);
  expect(await fleet.gets('lb2')).toEqual({ generation: 2, weight: 2, drains: 0 });
});

test('what the last apply left is known again, with the drains of then', async () => {
  await fleet.drain('web1');
  expect(await fleet.gets('lb1')).toMatchObject({ generation: 2 });
  fleet.says('lb1', 2);
  await until(() => fleet.director('lb1').applied === 2);
  const targets = [{ kind: 'real-server' as const, name: 'web1' }];
  await fleet.console.as('operator').drains.end({ cluster: 'shop', targets, reason: 'done' });
  await fleet.drain('web2');
  await fleet.apply(9, 'lb2');
  const weights = () =>
    fleet.director('lb1').lastApplied?.services[0]?.destinations.map((destination) => destination.weight);
  expect(weights()).toEqual([0, 3]);
  await fleet.kill();
  expect(weights()).toEqual([0, 3]);
  expect(fleet.director('lb3').lastApplied?.services[0]?.destinations.map(({ weight }) => weight)).toEqual([1, 3]);
});
