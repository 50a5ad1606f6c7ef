import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ipvsadmRules } from '../../domain/plan/ipvsadm-line.ts';
import type { StepAction, TableAction } from '../../domain/plan/plan.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { seededRandom } from '../simulated/seeded-random.ts';
import { SimulatedKernel } from '../simulated/simulated-kernel.ts';
import { directorAtWork, enrolledFolder, signedIntent } from './director-at-work.example.ts';

let folder = '';
let kernel: CountingKernel;
beforeEach(() => {
  folder = enrolledFolder();
  kernel = new CountingKernel(
    () => 0,
    () => 0,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

class CountingKernel extends SimulatedKernel {
  readonly written: StepAction[] = [];
  settingReads = 0;

  override write(steps: readonly TableAction[]) {
    this.written.push(...steps);
    return super.write(steps);
  }

  override writeSetting(setting: Parameters<SimulatedKernel['writeSetting']>[0]) {
    this.written.push(setting);
    return super.writeSetting(setting);
  }

  override readSettings() {
    this.settingReads++;
    return super.readSettings();
  }
}

/** Services of fwmarks with a real server each; weights by fwmark. */
const marks = (weights: Readonly<Record<number, number>>, settings: object = {}) => ({
  removesAll: Object.keys(weights).length === 0,
  definition: {
    settings,
    services: Object.entries(weights).map(([mark, weight]) => ({
      ...{ name: `mark-${mark}`, key: { kind: 'fwmark', fwmark: Number(mark), family: 'ipv4' }, scheduler: 'wrr' },
      destinations: [{ address: '10.0.0.21', port: 0, forwarding: 'direct-routing', weight }],
    })),
  },
});

/** What a hand at the director does. */
async function byHand(mark: number, weight: number): Promise<void> {
  const observed = await kernel.readTable();
  const service = observed.services.find(({ key }) => key.kind === 'fwmark' && key.fwmark === mark);
  const destination = service?.destinations[0];
  if (!service || !destination) throw new Error(`no mark ${mark}`);
  await SimulatedKernel.prototype.write.call(kernel, [
    { action: 'change-destination', service: service.key, destination: { ...destination, weight } },
  ]);
}
const rules = async () => ipvsadmRules(await kernel.readTable()).filter((rule) => rule.startsWith('-a'));
const standing = (...weights: [number, number][]) =>
  weights.map(([mark, weight]) => `-a -f ${mark} -r 10.0.0.21:0 -g -w ${weight}`);

test('settings come before the table, each a step of its own, and are read back', async () => {
  const { director, steps, applied } = directorAtWork(folder, kernel);
  const settings = { timeouts: { tcp: 600 }, sysctls: { conntrack: 1, sync_threshold: 5, sync_period: 60 } };
  await director.take(signedIntent(1, marks({ 1: 3 }, settings)));
  expect(steps()).toEqual([
    'applied ipvsadm --set 600 0 0',
    'applied sysctl -w net.ipv4.vs.conntrack=1',
    'applied sysctl -w net.ipv4.vs.sync_threshold="5 60"',
    'applied ipvsadm -A -f 1 -s wrr',
    'applied ipvsadm -a -f 1 -r 10.0.0.21:0 -g -w 3',
  ]);
  expect(applied()).toMatchObject({ outcome: 'applied', total: 5, failed: 0, readBack: 'agrees' });
  const { timeouts, sysctls } = await kernel.readSettings();
  expect(timeouts).toEqual({ tcp: 600, tcpfin: 120, udp: 300 });
  expect(sysctls).toMatchObject({ conntrack: 1, sync_threshold: 5, sync_period: 60 });
});

test('settings are read only where a definition names some, and again only where some were written', async () => {
  const { director } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3 })));
  expect(kernel.settingReads).toBe(0);
  await director.take(signedIntent(2, marks({ 1: 3 }, { sysctls: { conntrack: 1 } })));
  expect(kernel.settingReads).toBe(2);
  await director.take(signedIntent(3, marks({ 1: 4 }, { sysctls: { conntrack: 1 } })));
  expect(kernel.settingReads).toBe(3);
});

test('a setting that is refused is told by its errno, and stops what comes after it', async () => {
  kernel.writeSetting = () => Promise.resolve({ errnoName: 'EROFS', extendedAck: null });
  const { director, steps, applied } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3 }, { sysctls: { conntrack: 1 } })));
  expect(steps()[0]).toBe('failed sysctl -w net.ipv4.vs.conntrack=1 EROFS');
  expect(applied()).toMatchObject({ outcome: 'failed', total: 3, failed: 1, readBack: 'differs' });
  expect(await rules()).toEqual([]);
});

test('a sysctl that this kernel doesn’t have is never written', async () => {
  kernel.readSettings = async () => {
    const { conntrack: _, ...sysctls } = (await SimulatedKernel.prototype.readSettings.call(kernel)).sysctls;
    return { timeouts: { tcp: 900, tcpfin: 120, udp: 300 }, sysctls: { ...sysctls, from_the_future: 7 } };
  };
  const { director, applied } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({}, { sysctls: { conntrack: 1 } })));
  expect(kernel.written).toEqual([]);
  expect(applied()).toMatchObject({ outcome: 'applied', total: 0, readBack: 'agrees' });
});

test('a generation that comes again with another content is applied; the very same intent writes nothing', async () => {
  const { director, applied } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3 })));
  await director.take(signedIntent(1, { ...marks({ 1: 5 }), revision: 2 }));
  expect(await rules()).toEqual(standing([1, 5]));
  await byHand(1, 9);
  const before = kernel.written.length;
  await director.take(signedIntent(1, { ...marks({ 1: 5 }), revision: 2, issuedAt: 1_700_000_000_000 }));
  expect(kernel.written).toHaveLength(before);
  expect(applied()).toMatchObject({ outcome: 'applied', total: 0, readBack: 'differs' });
});

test('files of older agents are read: what was applied is adopted, and the generation may come with another content', async () => {
  const first = directorAtWork(folder, kernel);
  await first.director.take(signedIntent(1, marks({ 1: 3 })));
  const path = join(folder, 'progress.json');
  const { applied: _, wanted: __, ...older } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(older));
  await byHand(1, 9);
  const { director } = directorAtWork(folder, kernel);
  await director.start();
  expect(await rules()).toEqual(standing([1, 9]));
  await director.take(signedIntent(1, { ...marks({ 1: 5 }), revision: 2 }));
  expect(await rules()).toEqual(standing([1, 5]));
});

test('an intent that is confined changes nothing else, and reads nothing else back', async () => {
  const { director, applied, state } = directorAtWork(folder, kernel);
  const settings = { sysctls: { conntrack: 1 } };
  await director.take(signedIntent(1, marks({ 1: 3, 2: 3 }, settings)));
  await byHand(1, 9);
  await byHand(2, 9);
  await SimulatedKernel.prototype.writeSetting.call(kernel, { action: 'set-sysctl', name: 'conntrack', values: [0] });
  await director.take(signedIntent(2, { ...marks({ 1: 3, 2: 3 }, settings), only: ['FWM 2 10.0.0.21:0'] }));
  expect(await rules()).toEqual(standing([1, 9], [2, 3]));
  expect(applied()).toMatchObject({ outcome: 'applied', total: 1, readBack: 'agrees' });
  await director.take(signedIntent(3, { ...marks({ 1: 3, 2: 3 }, settings), only: ['net.ipv4.vs.conntrack'] }));
  expect((await kernel.readSettings()).sysctls.conntrack).toBe(1);
  expect(await rules()).toEqual(standing([1, 9], [2, 3]));
  expect([...state.owned]).toEqual(['FWM 1', 'FWM 2']);
});

test('a confined intent owns nothing that it may not touch', async () => {
  const { director, state } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3 })));
  const config = { scheduler: 'rr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null };
  const service = { kind: 'fwmark', fwmark: 2, family: 'ipv4' } as const;
  await SimulatedKernel.prototype.write.call(kernel, [{ action: 'add-service', service, config }]);
  await director.take(signedIntent(2, marks({ 1: 3, 2: 3 })));
  await director.take(signedIntent(3, { ...marks({ 1: 3, 2: 3 }), takeOver: ['FWM 2'], only: ['FWM 1'] }));
  expect([...state.owned]).toEqual(['FWM 1']);
  await director.take(signedIntent(4, { ...marks({ 1: 3, 2: 3 }), takeOver: ['FWM 2'], only: ['FWM 2'] }));
  expect([...state.owned]).toEqual(['FWM 1', 'FWM 2']);
});

test('after a reboot all of a confined intent is restored, also when the first attempt failed', async () => {
  const confined = signedIntent(2, { ...marks({ 1: 3, 2: 3 }), only: ['FWM 2'] });
  const first = directorAtWork(folder, kernel);
  await first.director.take(signedIntent(1, marks({ 1: 3, 2: 3 })));
  await first.director.take(confined);
  kernel = new CountingKernel(() => 0, seededRandom(1));
  const write = kernel.write.bind(kernel);
  kernel.write = () => Promise.reject(new Error('the process ended'));
  await directorAtWork(folder, kernel, { instance: 'boot-2 net' }).director.start();
  kernel.write = write;
  const { director, applied } = directorAtWork(folder, kernel, { instance: 'boot-2 net' });
  await director.start();
  expect(await rules()).toEqual(standing([1, 3], [2, 3]));
  expect(applied()).toMatchObject({ outcome: 'applied', readBack: 'agrees' });
});

test('a director that missed a change gets it with the newest intent, although that is about something else', async () => {
  const { director } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3, 2: 3 })));
  // Generation 2, which gave mark 1 the weight 7, never came.
  await director.take(signedIntent(3, { ...marks({ 1: 7, 2: 3 }), only: ['FWM 2'] }));
  expect(await rules()).toEqual(standing([1, 7], [2, 3]));
});

test('after a failed apply an intent is confined as it says', async () => {
  const { director, applied } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3, 2: 3 })));
  const write = kernel.write.bind(kernel);
  kernel.write = (steps) =>
    write(steps.filter(() => false)).then(() => steps.map(() => new NetlinkError('SET_DEST', 2)));
  await director.take(signedIntent(2, marks({ 1: 7, 2: 7 })));
  expect(applied()).toMatchObject({ outcome: 'failed' });
  kernel.write = write;
  await director.take(signedIntent(3, { ...marks({ 1: 7, 2: 7 }), only: ['FWM 2'] }));
  expect(await rules()).toEqual(standing([1, 3], [2, 7]));
});
