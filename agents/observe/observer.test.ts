import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nobodyOut, type OutByHealth } from '../../domain/checks/out-by-health.ts';
import { type Address, parseAddress } from '../../domain/lvs/address.ts';
import { parseServiceKey, type ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { DirectorFacts, Observation } from '../../domain/observation/observation.ts';
import { numbersPerDestination, sampleOffset } from '../../domain/observation/sample.ts';
import { type AgentMessage, agentMessageSchema } from '../../domain/wire/messages.ts';
import { Observer } from './observer.ts';

const facts: DirectorFacts = {
  ...{ kernel: '6.1', ipvs: '1.2.1', connectionTableSize: 4096, bootId: 'b', sysctls: { expire_nodest_conn: 0 } },
  ...{ timeouts: { tcp: 900, tcpfin: 120, udp: 300 }, daemons: [], addresses: [] },
};
const address = (text: string): Address => {
  const parsed = parseAddress(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const key = parseServiceKey('TCP 10.0.0.4:80');
if (!key.ok) throw new Error(key.reason);
const service = key.value;

function observation(weight: number, conns: number): Observation {
  const counters = { conns, inPackets: 5, outPackets: 6, inBytes: 7, outBytes: 8 };
  const destination = {
    ...{ address: address('10.0.0.21'), port: 80, forwarding: 'direct-routing' as const, weight, tunnel: null },
    ...{ upperThreshold: 0, lowerThreshold: 0, activeConn: 1, inactConn: 2, persistConn: 3, counters },
  };
  const config = { scheduler: 'wrr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null };
  return { kernelTime: 1000, services: [{ key: service, ...config, destinations: [destination], counters }] };
}

let table: () => Promise<Observation>;
let sent: AgentMessage[];
let full: boolean;
let listening: boolean;
let watching: boolean;
let seen: Observation[];
let troubles: (string | null)[];
let reads: number;
let owned: ServiceKeyText[];
let out: OutByHealth | null;
let factsNow: DirectorFacts;
let observer: Observer;

beforeEach(() => {
  vi.useFakeTimers();
  table = () => Promise.resolve(observation(1, 4));
  [sent, full, listening, reads, owned, factsNow] = [[], false, true, 0, [], facts];
  [watching, seen, troubles, out] = [false, [], [], nobodyOut];
  observer = new Observer({
    kernel: {
      readTable() {
        reads++;
        return table();
      },
    },
    readFacts: () => Promise.resolve(factsNow),
    outByHealth: () => out,
    owned: () => new Set(owned),
    listening: () => listening,
    watching: () => watching,
    saw: (observation) => seen.push(observation),
    trouble: (detail) => troubles.push(detail),
    send(message) {
      if (full) return false;
      sent.push(agentMessageSchema.parse(message));
      return true;
    },
  });
  observer.start();
});
afterEach(() => {
  observer.stop();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
const types = () => sent.map((message) => `${message.type}${'tableNumber' in message ? message.tableNumber : ''}`);

test('the table comes first, then its numbers once a second', async () => {
  await seconds(3);
  expect(types()).toEqual(['table1', 'sample1', 'sample1', 'sample1']);
  const sample = sent[1];
  if (sample?.type !== 'sample') throw new Error('no sample');
  expect(sample.numbers).toHaveLength(numbersPerDestination);
  expect(sample.numbers[sampleOffset.activeConn]).toBe(1);
  expect(sample.numbers[sampleOffset.conns]).toBe(4);
  expect(sample.numbers[sampleOffset.outBytes]).toBe(8);
});

test('a changed weight, ownership or fact makes a new table', async () => {
  await seconds(1);
  table = () => Promise.resolve(observation(0, 4));
  await seconds(1);
  owned = ['TCP 10.0.0.4:80' as ServiceKeyText];
  await seconds(1);
  factsNow = { ...facts, addresses: [address('10.0.0.4')] };
  await seconds(3);
  expect(types().filter((type) => type.startsWith('table'))).toEqual(['table1', 'table2', 'table3', 'table4']);
});

test('what checks took out is told with the weights, and nothing while it is being written', async () => {
  await seconds(1);
  table = () => {
    // Written while the kernel is read: the weights may be those of before or after.
    out = new Set(['TCP 10.0.0.4:80 10.0.0.21:80']);
    return Promise.resolve(observation(0, 4));
  };
  await seconds(1);
  expect(types()).toEqual(['table1', 'sample1']);
  table = () => Promise.resolve(observation(0, 4));
  await seconds(1);
  const tables = sent.filter((message) => message.type === 'table');
  expect(tables.map(({ outByHealth }) => outByHealth)).toEqual([
    undefined,
    [{ service: 'TCP 10.0.0.4:80', destination: '10.0.0.21:80' }],
  ]);
  out = null;
  await seconds(2);
  expect(types()).toHaveLength(4);
});

test('a look that takes long makes ticks fall away', async () => {
  let end = () => {};
  table = () =>
    new Promise((resolve) => {
      end = () => resolve(observation(1, 4));
    });
  await seconds(5);
  expect(reads).toBe(1);
  end();
  await seconds(1);
  expect(reads).toBe(2);
});

test('after an apply it looks at once, and again if it was just looking', async () => {
  observer.lookNow();
  await seconds(0);
  expect(types()).toEqual(['table1', 'sample1']);
  let end = () => {};
  table = () =>
    new Promise((resolve) => {
      end = () => resolve(observation(1, 4));
    });
  observer.lookNow();
  observer.lookNow();
  observer.lookNow();
  await seconds(0);
  table = () => Promise.resolve(observation(0, 4));
  end();
  await seconds(0);
  expect(types()).toEqual(['table1', 'sample1', 'sample1', 'table2', 'sample2']);
});

test('nothing is read while nobody listens; a new listener gets the table first', async () => {
  listening = false;
  await seconds(3);
  expect(reads).toBe(0);
  listening = true;
  await seconds(2);
  observer.greet();
  await seconds(0);
  expect(types()).toEqual(['table1', 'sample1', 'sample1', 'table1', 'sample1']);
});

test('a table that was dropped is told later, and no numbers before it', async () => {
  full = true;
  await seconds(2);
  full = false;
  await seconds(1);
  expect(types()).toEqual(['table1', 'sample1']);
});

test('a kernel that can’t be read is said, and so is the end of it', async () => {
  await seconds(1);
  table = () => Promise.reject(new Error('EPERM'));
  await seconds(2);
  table = () => Promise.resolve(observation(1, 5));
  await seconds(1);
  const trouble = 'The IPVS table can’t be read: EPERM';
  expect(troubles).toEqual([null, trouble, trouble, null]);
});

test('who watches hears of each look, also while nobody listens', async () => {
  [listening, watching] = [false, true];
  await seconds(2);
  expect([seen.length, sent.length]).toEqual([2, 0]);
  [listening, watching] = [true, false];
  await seconds(1);
  expect(seen).toHaveLength(3);
  expect(types()).toEqual(['table1', 'sample1']);
});

test('facts are read every other look, and at once after settings were written', async () => {
  await seconds(1);
  factsNow = { ...facts, sysctls: { conntrack: 1 } };
  await seconds(1);
  expect(types()).toEqual(['table1', 'sample1', 'sample1']);
  await seconds(1);
  factsNow = { ...facts, sysctls: { conntrack: 0 } };
  observer.lookNow(true);
  await seconds(0);
  expect(types().slice(3)).toEqual(['table2', 'sample2', 'table3', 'sample3']);
});
