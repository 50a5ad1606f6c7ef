import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { SimulatedKernel } from '../simulated/simulated-kernel.ts';
import { directorAtWork, enrolledFolder, signedIntent } from './director-at-work.example.ts';
import { CountingKernel, marks, standing } from './marks.example.ts';

let folder = '';
let kernel: CountingKernel;
beforeEach(() => {
  folder = enrolledFolder();
  kernel = new CountingKernel();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an intent that is confined changes nothing else, and reads nothing else back', async () => {
  const { director, applied, state } = directorAtWork(folder, kernel);
  const settings = { sysctls: { conntrack: 1 } };
  await director.take(signedIntent(1, marks({ 1: 3, 2: 3 }, settings)));
  await kernel.reweigh(1, 9);
  await kernel.reweigh(2, 9);
  await SimulatedKernel.prototype.writeSetting.call(kernel, { action: 'set-sysctl', name: 'conntrack', values: [0] });
  await director.take(signedIntent(2, { ...marks({ 1: 3, 2: 3 }, settings), only: ['FWM 2 10.0.0.21:0'] }));
  expect(await kernel.rules()).toEqual(standing([1, 9], [2, 3]));
  expect(applied()).toMatchObject({ outcome: 'applied', total: 1, readBack: 'agrees' });
  await director.take(signedIntent(3, { ...marks({ 1: 3, 2: 3 }, settings), only: ['net.ipv4.vs.conntrack'] }));
  expect((await kernel.readSettings()).sysctls.conntrack).toBe(1);
  expect(await kernel.rules()).toEqual(standing([1, 9], [2, 3]));
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
  kernel = new CountingKernel();
  const write = kernel.write.bind(kernel);
  kernel.write = () => Promise.reject(new Error('the process ended'));
  await directorAtWork(folder, kernel, { instance: 'boot-2 net' }).director.start();
  kernel.write = write;
  const { director, applied } = directorAtWork(folder, kernel, { instance: 'boot-2 net' });
  await director.start();
  expect(await kernel.rules()).toEqual(standing([1, 3], [2, 3]));
  expect(applied()).toMatchObject({ outcome: 'applied', readBack: 'agrees' });
});

test('a director that missed a change gets it with the newest intent, although that is about something else', async () => {
  const { director } = directorAtWork(folder, kernel);
  await director.take(signedIntent(1, marks({ 1: 3, 2: 3 })));
  // Generation 2, which gave mark 1 the weight 7, never came.
  await director.take(signedIntent(3, { ...marks({ 1: 7, 2: 3 }), only: ['FWM 2'] }));
  expect(await kernel.rules()).toEqual(standing([1, 7], [2, 3]));
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
  expect(await kernel.rules()).toEqual(standing([1, 3], [2, 7]));
});
