import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConnectionFilter, ConnectionSummary } from '../../domain/connections/connection-summary.ts';
import { connectionFilterSchema, connectionSummarySchema } from '../../domain/connections/connection-summary.ts';
import { parseConnection } from './parse-connection.ts';
import { lookBounds, readConnections } from './read-connections.ts';

const heading = 'Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData';
const entries = [
  'TCP 0A090065 9C40 0A000064 0050 0A000015 0050 ESTABLISHED     900',
  'TCP 0A090065 9C41 0A000064 0050 0A000015 0050 FIN_WAIT        118',
  'TCP 0A090066 9C42 0A000064 0050 0A000016 0050 ESTABLISHED     899',
  'TCP 0A090065 0000 0A000064 0050 0A000015 0050 ASSURED          44',
  'UDP 0A090067 9C43 0A000065 14E9 0A000017 14E9 UDP             300',
  'IP  0A090068 0000 00000007 0000 0A000015 0000 NONE            250',
];
const ipv6 =
  'TCP fd00:0000:0000:0000:0000:0000:0000:0001 9C40 fd00:0000:0000:0000:0000:0000:0000:0064 0050 fd00:0000:0000:0000:0000:0000:0000:0015 0050 SYN_RECV         60';

let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connections-'));
  path = join(folder, 'ip_vs_conn');
  writeFileSync(path, `${[heading, ...entries, ipv6].join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const all: ConnectionFilter = { destinations: null, vip: null, client: null };
let rested = 0;
const parts = (tick = 1) => {
  let clock = 0;
  const now = () => {
    clock += tick;
    return clock;
  };
  const rest = (milliseconds: number) => {
    rested += milliseconds;
    return Promise.resolve();
  };
  return { now, rest };
};
const look = (filter: Partial<ConnectionFilter> = {}, bounds = lookBounds, at = path) =>
  readConnections({ ...parts(), path: at, bounds }, connectionFilterSchema.parse({ ...all, ...filter }));

test('the whole table by destination, client and template', async () => {
  const summary = await look();
  expect(connectionSummarySchema.safeParse(summary).error).toBeUndefined();
  expect(summary).toMatchObject({ read: 7, extent: 'whole', connectionCount: 5, templateCount: 2, clientCount: 5 });
  expect(summary.destinations[0]).toEqual({
    destination: '10.0.0.21:80',
    connections: 2,
    templates: 1,
    states: { ESTABLISHED: 1, FIN_WAIT: 1 },
  });
  expect(summary.clients[0]).toEqual({
    client: '10.9.0.101',
    connections: 2,
    templates: 1,
    destination: '10.0.0.21:80',
  });
  expect(summary.templates.map(({ client, expires }) => [client, expires])).toEqual([
    ['10.9.0.104', 250],
    ['10.9.0.101', 44],
  ]);
});

test('only a service, only a client, only the clients of a network', async () => {
  const web = { address: '10.0.0.100' as never, port: 80, protocol: 'TCP' };
  expect(await look({ vip: web })).toMatchObject({ read: 7, connectionCount: 3, templateCount: 1 });
  expect(await look({ vip: { ...web, port: 0 } })).toMatchObject({ connectionCount: 3 });
  expect(await look({ client: '10.9.0.102' })).toMatchObject({ connectionCount: 1 });
  expect(await look({ client: '10.9.0.10' })).toMatchObject({ connectionCount: 0 });
  expect(await look({ client: '10.9.' })).toMatchObject({ connectionCount: 4 });
  expect(await look({ client: 'fd00:' })).toMatchObject({ connectionCount: 1 });
  expect(await look({ destinations: ['10.0.0.22:80' as never] })).toMatchObject({ connectionCount: 1 });
});

test('the bounds end a look, which says so; work is followed by rest', async () => {
  const large = join(folder, 'large');
  writeFileSync(large, `${entries.join('\n')}\n`.repeat(3000));
  const bounded = await look({}, { ...lookBounds, entries: 3000 }, large);
  expect(bounded.extent).toBe('part');
  expect(bounded.read).toBeGreaterThanOrEqual(3000);
  expect(bounded.read).toBeLessThan(5000);
  expect(await look({}, { ...lookBounds, milliseconds: 8 }, large)).toMatchObject({ extent: 'part' });
  rested = 0;
  const { read, took } = await look({}, { entries: 1e6, milliseconds: 1e9, load: 0.2 }, large);
  expect(read).toBe(18_000);
  // The clock counts work alone here: four times as long is rested.
  expect(rested / took).toBeGreaterThan(2);
  expect(rested / took).toBeLessThan(4.1);
});

test('a line that is cut or strange is no entry', () => {
  expect(parseConnection(heading)).toBeNull();
  expect(parseConnection('')).toBeNull();
  expect(parseConnection('TCP 0A090065 9C40 0A0000')).toBeNull();
  expect(parseConnection('TCP zzzzzzzz 9C40 0A000064 0050 0A000015 0050 ESTABLISHED 900')).toBeNull();
  expect(parseConnection(ipv6)).toMatchObject({ client: 'fd00::1', vipPort: 80, state: 'SYN_RECV', expires: 60 });
});

test('a sample has the first connections that matched, and no template', async () => {
  const { sample } = await readConnections({ ...parts(), bounds: lookBounds, path }, all, 2);
  expect(sample).toEqual([
    ['10.9.0.101', 40000, 'ESTABLISHED', 900],
    ['10.9.0.101', 40001, 'FIN_WAIT', 118],
  ]);
});

test('what was found so far is told as the look goes on, as a part of the table', async () => {
  const large = join(folder, 'told');
  writeFileSync(large, `${entries.join('\n')}\n`.repeat(30_000));
  const told: ConnectionSummary[] = [];
  const bounds = { entries: 1e6, milliseconds: 1e9, load: 0.2 };
  const summary = await readConnections({ ...parts(20), path: large, bounds, soFar: (one) => told.push(one) }, all);
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(({ read }) => read)).toEqual(told.map(({ read }) => read).toSorted((a, b) => a - b));
  expect(told.every(({ extent }) => extent === 'part')).toBe(true);
  expect(summary).toMatchObject({ extent: 'whole', read: 180_000 });
});
