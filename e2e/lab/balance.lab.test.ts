import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdVip } from './hold-vip.ts';
import type { Lab } from './lab.ts';
import { startFleet } from './start-fleet.ts';
import { startLab } from './start-lab.ts';
import { startTraffic } from './start-traffic.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
  await Promise.all([startFleet(lab), holdVip(lab, '10.0.0.100')]);
}, 90_000);
afterAll(() => lab?.stop());

test('weights 1 and 3 over direct routing divide the connections 1 to 3, and no request fails', async () => {
  const rules = [
    '-A -t 10.0.0.100:80 -s wrr',
    '-a -t 10.0.0.100:80 -r 10.0.0.21:80 -g -w 1',
    '-a -t 10.0.0.100:80 -r 10.0.0.22:80 -g -w 3',
  ];
  const restored = await lab.exec('lb1', ['ipvsadm', '-R'], { input: `${rules.join('\n')}\n` });
  expect(restored).toMatchObject({ code: 0, stderr: '' });

  const traffic = await startTraffic(lab, 'c1', { target: { host: '10.0.0.100', port: 80 }, requestsPerSecond: 40 });
  let report = await traffic.nextReport();
  while ((report.connections.rs2 ?? 0) < 30) report = await traffic.nextReport();
  report = await traffic.stop();

  expect(report.failures).toEqual({});
  const { rs1 = 0, rs2 = 0, ...others } = report.connections;
  expect(others).toEqual({});
  // Weighted round robin is exact: in each turn of four, one and three.
  expect(Math.abs(rs2 - 3 * rs1)).toBeLessThanOrEqual(3);
}, 30_000);

test('a program that is killed ends, and one that is not found says so', async () => {
  const sleeper = await lab.spawn('lb2', ['sleep', '1000']);
  sleeper.kill('SIGKILL');
  expect(await sleeper.ended).toEqual({ code: null, signal: 'SIGKILL' });
  expect((await lab.exec('lb1', ['no-such-program'])).code).toBe(127);
});

test('a program that takes too long is killed', async () => {
  await expect(lab.exec('rs1', ['sleep', '1000'], { timeoutMs: 200 })).rejects.toThrow('did not end within 200 ms');
});
