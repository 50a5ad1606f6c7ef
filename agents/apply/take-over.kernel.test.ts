import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import { countMessages } from '../netlink/count-messages.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { applied, intentFor, ipvsadm, sortedLines } from './definitions-in-kernel.example.ts';

const { open, counts } = countMessages(await systemSocket());
const ipvs = new Ipvs(open, bootTimeReader());
after(() => ipvs.close());

/** The connection table without the seconds that each entry has left. */
const connections = (): string[] =>
  sortedLines(readFileSync('/proc/net/ip_vs_conn', 'utf8').replaceAll(/(?<=[A-Z]) +\d+ *$/gm, ''));

async function said(socket: Socket, words: string): Promise<string> {
  socket.write(words);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

test('taking services over leaves the table and every connection as they were', async () => {
  for (const address of ['10.0.0.4', '10.0.0.21']) execFileSync('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo']);
  ipvsadm('-A -t 10.0.0.4:8080 -s wlc -p 300');
  ipvsadm('-a -t 10.0.0.4:8080 -r 10.0.0.21:8080 -g -w 5');
  ipvsadm('-A -u 10.0.0.4:53 -s rr');
  ipvsadm('-a -u 10.0.0.4:53 -r 10.0.0.21:53 -g -w 1');
  ipvsadm('-A -t 10.0.0.9:25 -s lc');
  const server = createServer((socket) => socket.pipe(socket)).listen(8080);
  await once(server, 'listening');
  const client = connect(8080, '10.0.0.4');
  await once(client, 'connect');
  assert.equal(await said(client, 'before'), 'before');
  const datagrams = createSocket('udp4');
  await new Promise((sent) => datagrams.send('?', 53, '10.0.0.4', sent));

  const before = { rules: ipvsadm('-Sn'), connections: connections() };
  // The TCP connection, its template and the datagram's.
  assert.equal(before.connections.length, 4, before.connections.join('\n'));
  const definition = definitionSchema.parse({
    services: [
      {
        ...{ name: 'web', key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 8080 } },
        ...{ scheduler: 'wlc', persistence: { timeout: 300, netmask: 32 } },
        destinations: [{ address: '10.0.0.21', port: 8080, forwarding: 'direct-routing', weight: 5 }],
      },
      {
        ...{ name: 'dns', key: { kind: 'address', protocol: 'UDP', address: '10.0.0.4', port: 53 }, scheduler: 'rr' },
        destinations: [{ address: '10.0.0.21', port: 53, forwarding: 'direct-routing', weight: 1 }],
      },
    ],
  });
  const none: ReadonlySet<ServiceKeyText> = new Set();
  const left = await applied(ipvs, intentFor(definition), none);
  assert.deepEqual(left.message.foreign, ['TCP 10.0.0.4:8080', 'UDP 10.0.0.4:53']);
  assert.deepEqual([...left.owned], []);

  const written = counts.commands;
  const taken = await applied(
    ipvs,
    intentFor(definition, { takeOver: left.message.foreign as ServiceKeyText[] }),
    none,
  );
  assert.deepEqual([taken.message.total, taken.message.readBack, taken.message.foreign], [0, 'agrees', []]);
  assert.deepEqual([...taken.owned].sort(), ['TCP 10.0.0.4:8080', 'UDP 10.0.0.4:53']);
  assert.equal(counts.commands, written);
  assert.deepEqual({ rules: ipvsadm('-Sn'), connections: connections() }, before);

  // Ours now: a change of weight, with the connections still there.
  const [web, dns] = definition.services;
  assert.ok(web && dns);
  const reweighed = {
    ...definition,
    services: [{ ...web, destinations: web.destinations.map((to) => ({ ...to, weight: 9 })) }, dns],
  };
  const changed = await applied(ipvs, intentFor(reweighed), taken.owned);
  assert.deepEqual([changed.message.total, changed.message.readBack], [1, 'agrees']);
  assert.deepEqual(connections(), before.connections);
  assert.equal(await said(client, 'after'), 'after');
  assert.match(ipvsadm('-Sn'), /-A -t 10\.0\.0\.9:25 -s lc\n/);

  client.destroy();
  datagrams.close();
  server.close();
  ipvsadm('-C');
});
