import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseAddress } from '../../domain/lvs/address.ts';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import { ipvsadmRules } from '../../domain/plan/ipvsadm-line.ts';
import type { TableAction } from '../../domain/plan/plan.ts';
import { directorAtWork, enrolledFolder, signedIntent } from '../intent/director-at-work.example.ts';
import { SimulatedKernel } from '../simulated/simulated-kernel.ts';

let folder = '';
let kernel: SimulatedKernel;
let time = 0;
beforeEach(() => {
  folder = enrolledFolder();
  kernel = new SimulatedKernel(
    () => 0,
    () => 0,
  );
  time = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const mark = (fwmark: number): ServiceKey => ({ kind: 'fwmark', fwmark, family: 'ipv4' });
const address = parseAddress('10.0.0.21');
if (!address.ok) throw new Error(address.reason);
const destination = (weight: number) => ({
  ...{ address: address.value, port: 0, forwarding: 'direct-routing' as const, weight },
  ...{ upperThreshold: 0, lowerThreshold: 0, tunnel: null },
});
const plain = {
  ...{ scheduler: 'wrr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null },
};

const intent = (generation: number, weights: readonly number[], more: object = {}, settings: object = {}) =>
  signedIntent(generation, {
    removesAll: false,
    definition: {
      settings: { drift: 'repair', ...settings },
      services: weights.map((weight, index) => {
        const destinations = [{ address: '10.0.0.21', port: 0, forwarding: 'direct-routing', weight }];
        return { name: `mark-${index + 1}`, key: mark(index + 1), scheduler: 'wrr', destinations };
      }),
    },
    ...more,
  });
const rules = async () => ipvsadmRules(await kernel.readTable());
const hand = (...steps: TableAction[]) => kernel.write(steps);
const reweigh = (fwmark: number, weight: number) =>
  hand({ action: 'change-destination', service: mark(fwmark), destination: destination(weight) });
const atWork = () => directorAtWork(folder, kernel, { now: () => time });

test('a hand edit is put right and told, in the table and in the settings', async () => {
  const { director, look, repaired } = atWork();
  await director.take(intent(1, [3, 3], {}, { sysctls: { conntrack: 1 } }));
  const before = await rules();
  await look();
  expect(repaired).toEqual([]);
  await reweigh(1, 9);
  await hand({ action: 'remove-service', service: mark(2) });
  await kernel.writeSetting({ action: 'set-sysctl', name: 'conntrack', values: [0] });
  await look();
  expect([...(await rules())].sort()).toEqual([...before].sort());
  expect(repaired).toHaveLength(1);
  expect(repaired[0]).toMatchObject({ generation: 1, total: 4, failed: 0, readBack: 'agrees' });
  expect(repaired[0]?.results.map(({ line }) => line)).toEqual([
    'sysctl -w net.ipv4.vs.conntrack=1',
    'ipvsadm -A -f 2 -s wrr',
    'ipvsadm -a -f 2 -r 10.0.0.21:0 -g -w 3',
    'ipvsadm -e -f 1 -r 10.0.0.21:0 -g -w 3',
  ]);
});

test('under the policy report nothing is written', async () => {
  const { director, look, repaired } = atWork();
  await director.take(intent(1, [3], {}, { drift: 'report' }));
  await reweigh(1, 9);
  await look();
  expect(director.repairs).toBe(false);
  expect(await rules()).toContain('-a -f 1 -r 10.0.0.21:0 -g -w 9');
  expect(repaired).toEqual([]);
});

test('what is somebody else’s is left alone, and so is the place that he has just left', async () => {
  await hand({ action: 'add-service', service: mark(2), config: { ...plain, scheduler: 'lc' } });
  const { director, look, repaired } = atWork();
  await director.take(intent(1, [3, 3]));
  await hand({ action: 'add-service', service: mark(7), config: plain });
  await look();
  expect(await rules()).toContain('-A -f 2 -s lc');
  await hand({ action: 'remove-service', service: mark(2) });
  await look();
  expect(await rules()).toEqual(['-A -f 1 -s wrr', '-a -f 1 -r 10.0.0.21:0 -g -w 3', '-A -f 7 -s wrr']);
  expect(repaired).toEqual([]);
});

test('what people left as it stands is left, and what was confined is put right', async () => {
  const side = (weight: number) => {
    const { forwarding, upperThreshold, lowerThreshold, tunnel } = destination(weight);
    return { forwarding, upperThreshold, lowerThreshold, tunnel, weight };
  };
  const stands = { what: 'destination', service: 'FWM 1', destination: '10.0.0.21:0', over: side(3), stands: side(9) };
  const accepted = [{ id: 'a', stands, reason: 'the new disk', by: 'ada', since: 0 }];
  const { director, look, repaired } = atWork();
  await director.take(intent(1, [3, 3]));
  await reweigh(1, 9);
  await director.take(intent(2, [3, 3], { accepted, only: [] }));
  await reweigh(2, 8);
  await look();
  expect(await rules()).toEqual(
    expect.arrayContaining(['-a -f 1 -r 10.0.0.21:0 -g -w 9', '-a -f 2 -r 10.0.0.21:0 -g -w 3']),
  );
  expect(repaired).toMatchObject([{ total: 1, readBack: 'agrees' }]);
});

test('nothing is put right before the intent was applied, nor while one is', async () => {
  const { director, look, repaired } = atWork();
  await director.take(intent(1, [3]));
  const read = kernel.readTable.bind(kernel);
  kernel.readTable = async () => {
    director.saw(await read(), await kernel.readSettings());
    return read();
  };
  await reweigh(1, 9);
  await director.take(intent(2, [4]));
  expect(repaired).toEqual([]);
  kernel.readTable = read;
  const set = kernel.writeSetting.bind(kernel);
  kernel.writeSetting = () => Promise.resolve({ errnoName: 'EROFS', extendedAck: null });
  await director.take(intent(3, [5], {}, { sysctls: { conntrack: 1 } }));
  kernel.writeSetting = set;
  await look();
  expect(await rules()).toContain('-a -f 1 -r 10.0.0.21:0 -g -w 4');
  expect(repaired).toEqual([]);
});

test('two at one table: ever more seldom, which is said, and over when it is quiet', async () => {
  const { director, look, repaired, contests } = atWork();
  await director.take(intent(1, [3, 3]));
  for (let second = 0; second < 64; second++) {
    time = second * 1000;
    await reweigh(1, 9);
    await look();
  }
  expect(repaired).toHaveLength(7);
  expect(contests[0]).toBe('FWM 1 is changed by something else again and again; it is put right every 4 s');
  expect(contests.at(-1)).toContain('every 60 s');
  await reweigh(2, 9);
  await look();
  expect(repaired).toHaveLength(8);
  await reweigh(1, 9);
  time = 122_000;
  await look();
  expect(repaired).toHaveLength(8);
  time = 123_000;
  await look();
  expect(repaired).toHaveLength(9);
  time += 121_000;
  await look();
  expect(contests.at(-1)).toBeNull();
});

test('what can’t be put right is tried ever more seldom, and says why', async () => {
  const { director, look, repaired, contests } = atWork();
  await director.take(intent(1, [3], {}, { sysctls: { conntrack: 1 } }));
  await kernel.writeSetting({ action: 'set-sysctl', name: 'conntrack', values: [0] });
  kernel.writeSetting = () => Promise.resolve({ errnoName: 'EROFS', extendedAck: null });
  for (time = 0; time < 4000; time += 1000) await look();
  expect(repaired).toHaveLength(3);
  expect(repaired[0]).toMatchObject({ total: 1, failed: 1, readBack: 'differs' });
  expect(contests).toEqual(['net.ipv4.vs.conntrack can’t be put right (EROFS); it is tried every 4 s']);
});

test('what can’t be put right keeps nothing else waiting', async () => {
  const { director, look } = atWork();
  await director.take(intent(1, [3], {}, { sysctls: { conntrack: 1 } }));
  await kernel.writeSetting({ action: 'set-sysctl', name: 'conntrack', values: [0] });
  kernel.writeSetting = () => Promise.resolve({ errnoName: 'EROFS', extendedAck: null });
  await reweigh(1, 9);
  await look();
  expect(await rules()).toContain('-a -f 1 -r 10.0.0.21:0 -g -w 9');
  await look();
  expect(await rules()).toContain('-a -f 1 -r 10.0.0.21:0 -g -w 3');
});
