import { expect, test } from 'vitest';
import type { SampledConnection } from '../connections/connection-summary.ts';
import type { Address } from '../lvs/address.ts';
import type { Destination, ServiceConfig } from '../lvs/table.ts';
import { type RecentTraffic, recentArrivals } from './recent-arrivals.ts';
import { outcomeOf } from './what-if.ts';

const timeouts = { tcp: 900, tcpfin: 120, udp: 300 };
const traffic = (sample: readonly SampledConnection[], more: Partial<RecentTraffic> = {}): RecentTraffic => ({
  ...{ sample, vip: '10.0.0.4' as Address, timeouts, cps: 10, activeConn: 20, inactConn: sample.length, ...more },
});
const closed = (count: number, clients: number): SampledConnection[] =>
  Array.from({ length: count }, (_, index) => [
    `10.9.0.${index % clients}` as Address,
    ...([1024 + index, 'FIN_WAIT', 120 - Math.floor((index * 100) / count)] as const),
  ]);
const config: ServiceConfig = {
  ...{ scheduler: 'wrr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null },
};
const destination = (last: number, weight: number, more: Partial<Destination> = {}): Destination => ({
  ...{ address: `10.0.0.${last}` as Address, port: 80, forwarding: 'direct-routing', weight },
  ...{ upperThreshold: 0, lowerThreshold: 0, tunnel: null, ...more },
});
const pair = [destination(21, 1), destination(22, 1)];

test('closed connections come when their entries say, less the mean time that they were open', () => {
  const sample: SampledConnection[] = [
    ['10.9.0.1' as Address, 1, 'FIN_WAIT', 20],
    ['10.9.0.2' as Address, 2, 'FIN_WAIT', 120],
    ['10.9.0.3' as Address, 3, 'CLOSE', 5],
  ];
  const { arrivals, seconds, part } = recentArrivals(traffic(sample, { cps: 4, activeConn: 8, inactConn: 4 }));
  expect(arrivals.map(({ client, at, active, inactive }) => [client, at, active, inactive])).toEqual([
    ['10.9.0.1', 0, 2, 120],
    ['10.9.0.3', 95, 2, 10],
    ['10.9.0.2', 100, 2, 120],
  ]);
  expect(seconds).toBe(100);
  expect(part).toBe(0.25);
});

test('open connections are spread over the time that one is open on average, and stay', () => {
  const open = Array.from(
    { length: 4 },
    (_, index): SampledConnection => ['10.9.0.1' as Address, index, 'ESTABLISHED', 900],
  );
  const { arrivals } = recentArrivals(traffic(open, { cps: 1, activeConn: 40 }));
  expect(arrivals.map(({ at }) => at)).toEqual([0, 10, 20, 30]);
  expect(arrivals.every(({ at, active }) => at + active >= 30)).toBe(true);
});

test('nothing that came gives nothing to say', () => {
  const recent = recentArrivals(traffic([], { cps: null, activeConn: null, inactConn: null }));
  expect(recent).toEqual({ arrivals: [], seconds: 0, part: 1 });
  expect(outcomeOf({ config, destinations: pair }, recent)).toMatchObject({ spread: null, refused: 0 });
});

test('the case that started it: one client, persistent, all on one; without persistence even', () => {
  const recent = recentArrivals(traffic(closed(400, 1)));
  const shares = (service: ServiceConfig) => {
    const outcome = outcomeOf({ config: service, destinations: pair }, recent);
    return [...(outcome?.shares.values() ?? [])].map(({ share }) => share);
  };
  expect(new Set(shares({ ...config, persistence: { timeout: 10, netmask: 32 } }))).toEqual(new Set([0, 1]));
  expect(shares(config)).toEqual([0.5, 0.5]);
  expect(new Set(shares({ ...config, scheduler: 'sh' }))).toEqual(new Set([0, 1]));
  const [first] = shares({ ...config, scheduler: 'mh', schedulerFlags: ['port'] });
  expect(Math.abs((first ?? 0) - 0.5)).toBeLessThan(0.1);
});

test('weights are what the spread is measured against, and a destination at 0 takes nothing', () => {
  const destinations = [destination(21, 1), destination(22, 3), destination(23, 0)];
  const outcome = outcomeOf({ config, destinations }, recentArrivals(traffic(closed(400, 40))));
  expect([...(outcome?.shares.values() ?? [])].map(({ share }) => share)).toEqual([0.25, 0.75, 0]);
  expect(outcome?.spread).toMatchObject({ maxToMean: 1, jain: 1 });
});

test('thresholds go down with the part of the traffic that was sampled', () => {
  const sample = closed(100, 40);
  const destinations = [destination(21, 1, { upperThreshold: 400 }), destination(22, 1, { upperThreshold: 400 })];
  const whole = outcomeOf({ config, destinations }, recentArrivals(traffic(sample, { activeConn: 0, inactConn: 100 })));
  const tenth = outcomeOf(
    { config, destinations },
    recentArrivals(traffic(sample, { activeConn: 0, inactConn: 1000 })),
  );
  expect(whole?.refused).toBe(0);
  expect(tenth?.refused).toBeGreaterThan(0);
});

test('twos can’t be replayed', () => {
  expect(
    outcomeOf({ config: { ...config, scheduler: 'twos' }, destinations: pair }, recentArrivals(traffic([]))),
  ).toBeNull();
});
