import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SimulatedKernel } from '../simulated/simulated-kernel.ts';
import { directorAtWork, enrolledFolder, signedIntent } from './director-at-work.example.ts';
import { CountingKernel, marks } from './marks.example.ts';

let folder = '';
let kernel: CountingKernel;
beforeEach(() => {
  folder = enrolledFolder();
  kernel = new CountingKernel();
});
afterEach(() => rmSync(folder, { recursive: true }));

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
  expect(await kernel.rules()).toEqual([]);
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
