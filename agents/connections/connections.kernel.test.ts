import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { after, before, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { lookBounds, readConnections } from './read-connections.ts';

const run = (line: string): string =>
  execFileSync(line.split(' ')[0] ?? '', line.split(' ').slice(1), { encoding: 'utf8' });
const clients = Array.from({ length: 5 }, (_, index) => `10.78.1.${index + 1}`);
const look = (client: string | null = null) =>
  readConnections(
    { path: '/proc/net/ip_vs_conn', now: () => performance.now(), rest, bounds: lookBounds },
    { destinations: null, vip: null, client },
  );

before(async () => {
  for (const address of ['10.78.0.1', '10.78.2.1', ...clients]) run(`ip addr add ${address}/32 dev lo`);
  run('ipvsadm -A -u 10.78.0.1:5353 -s rr -p 60');
  run('ipvsadm -a -u 10.78.0.1:5353 -r 10.78.2.1:5353 -g -w 1');
  for (const [index, client] of clients.entries())
    for (let sent = 0; sent <= index; sent++) {
      const socket = createSocket('udp4').on('error', () => undefined);
      await new Promise<void>((resolve) => socket.bind(0, client, resolve));
      await new Promise<void>((resolve) => socket.send('x', 5353, '10.78.0.1', () => resolve()));
      socket.close();
    }
});
after(() => {
  run('ipvsadm -C');
});

test('the kernel’s table by destination, with the busiest client first and a template for each', async () => {
  const summary = await look();
  assert.equal(summary.extent, 'whole');
  assert.deepEqual([summary.connectionCount, summary.templateCount, summary.clientCount], [15, 5, 5]);
  assert.deepEqual(summary.destinations, [
    { destination: '10.78.2.1:5353', connections: 15, templates: 5, states: { UDP: 15 } },
  ]);
  assert.equal(summary.clients[0]?.client, '10.78.1.5');
  assert.ok((summary.templates[0]?.expires ?? 0) > 50);
});

test('one client alone', async () => {
  const summary = await look('10.78.1.3');
  assert.deepEqual([summary.read, summary.connectionCount, summary.templateCount], [20, 3, 1]);
});
