import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { ExampleConsole } from '../console.example.ts';
import { beat } from '../live/heartbeat.ts';

const console = new ExampleConsole();
const names = Array.from({ length: 1000 }, (_, index) => `web${index}`);
const address = (index: number) => `10.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;
const definition = definitionSchema.parse({
  realServers: names.map((name, index) => ({ name, addresses: [address(index)], labels: [`half=${index % 2}`] })),
  services: [80, 443, 8080].map((port) => ({
    ...{ name: `web-${port}`, scheduler: 'wrr' },
    key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port },
    destinations: names.map((_, index) => ({
      address: address(index),
      port,
      forwarding: 'direct-routing',
      weight: 100,
    })),
  })),
  settings: { guard: { leastServing: 500 } },
});
const half = definition.realServers
  .filter(({ labels }) => labels.includes('half=1'))
  .map(({ name }) => ({ kind: 'real-server' as const, name }));

beforeAll(async () => {
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
  const change = { kind: 'replace' as const, definition };
  await console.as('operator').definition.applyChange({ cluster: 'shop', base: 0, change, reason: 'first' });
});
afterAll(() => console.remove());

const wanted = () => console.parts.fleet.cluster('shop').wanted;

test('half of a thousand real servers are drained by one intent, and return by one for each step', async () => {
  const asked = { cluster: 'shop', targets: half, reason: 'half=1' };
  const { generation, overlays } = await console.as('operator').drains.start({ ...asked, deadlineIn: 60 });
  expect([generation, overlays.length, wanted().overlays.length]).toEqual([2, 500, 500]);
  beat(console.parts);
  await console.as('operator').drains.end({ ...asked, ramp: { over: 10 } });
  expect([wanted().generation, wanted().overlays.length]).toEqual([3, 500]);
  console.ahead += 5000;
  beat(console.parts);
  await console.parts.fleet.cluster('shop').inTurn(async () => {});
  expect([wanted().generation, new Set(wanted().overlays.map((one) => one.kind === 'ramp' && one.share)).size]).toEqual(
    [4, 1],
  );
  console.ahead += 5000;
  beat(console.parts);
  await console.parts.fleet.cluster('shop').inTurn(async () => {});
  expect([wanted().generation, wanted().overlays]).toEqual([5, []]);
}, 60_000);
