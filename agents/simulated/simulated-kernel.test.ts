import { expect, test } from 'vitest';
import type { Address } from '../../domain/lvs/address.ts';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { Destination } from '../../domain/lvs/table.ts';
import type { TableAction } from '../../domain/plan/plan.ts';
import { seededRandom } from './seeded-random.ts';
import { SimulatedKernel } from './simulated-kernel.ts';

const service: ServiceKey = { kind: 'address', protocol: 'TCP', address: '10.0.0.4' as Address, port: 80 };
const config = { scheduler: 'wrr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null };
const to = (address: string, weight: number): Destination => ({
  ...{ address: address as Address, port: 80, forwarding: 'direct-routing', weight },
  ...{ upperThreshold: 0, lowerThreshold: 0, tunnel: null },
});
const add = (address: string, weight: number): TableAction => ({
  action: 'add-destination',
  service,
  destination: to(address, weight),
});

function newKernel() {
  const clock = { now: 0 };
  return { clock, kernel: new SimulatedKernel(() => clock.now, seededRandom(7)) };
}

test('it refuses as the kernel does', async () => {
  const { kernel } = newKernel();
  const outcomes = await kernel.write([
    add('10.0.0.21', 1),
    { action: 'add-service', service, config },
    { action: 'add-service', service, config },
    { action: 'change-destination', service, destination: to('10.0.0.21', 1) },
    { action: 'remove-service', service },
  ]);
  expect(outcomes.map((error) => error?.errnoName ?? null)).toEqual(['ESRCH', null, 'EEXIST', 'ENOENT', null]);
});

test('its traffic follows the weights, and a drained destination empties', async () => {
  const { kernel, clock } = newKernel();
  await kernel.write([{ action: 'add-service', service, config }, add('10.0.0.21', 1), add('10.0.0.22', 3)]);
  const conns = async () => {
    const { services } = await kernel.readTable();
    return services[0]?.destinations.map((destination) => destination.counters.conns) ?? [];
  };
  expect(await conns()).toEqual([0, 0]);
  for (let second = 1; second <= 120; second++) {
    clock.now = second * 1000;
    await kernel.readTable();
  }
  const [one = 0, three = 0] = await conns();
  expect(three / one).toBeGreaterThan(2.7);
  expect(three / one).toBeLessThan(3.3);
  await kernel.write([{ action: 'change-destination', service, destination: to('10.0.0.22', 0) }]);
  for (let second = 121; second <= 180; second++) {
    clock.now = second * 1000;
    await kernel.readTable();
  }
  const after = (await kernel.readTable()).services[0]?.destinations[1];
  expect(after?.activeConn).toBe(0);
  expect(after?.counters.conns).toBe(three);
});
