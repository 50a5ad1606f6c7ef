import { execFileSync } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';
import koffi from 'koffi';
import { lookBounds, readConnections } from '../../../agents/connections/read-connections.ts';

/** A look into a connection table of very many entries: its time, its part of a core, and what it adds to memory. */
const wanted = Number(process.argv[2]);
const port = 5353;

const library = koffi.load(null);
const libc = {
  socket: library.func('int socket(int domain, int type, int protocol)'),
  sendto: library.func(
    'intptr_t sendto(int fd, void *bytes, size_t length, int flags, void *address, uint32_t addressLength)',
  ),
};
const run = (line: string): string => execFileSync('sh', ['-c', line], { encoding: 'utf8' });
const countOf = (): number =>
  run('ipvsadm -Ln')
    .split('\n')
    .filter((line) => line.includes('10.80.2.1'))
    .map((line) => Number(line.trim().split(/\s+/).at(-1)))[0] ?? 0;

run('ip addr add 10.80.0.1/32 dev lo; ip addr add 10.80.2.1/32 dev lo');
run(
  `ipvsadm -A -u 10.80.0.1:${port} -s rr; ipvsadm -a -u 10.80.0.1:${port} -r 10.80.2.1:${port} -g -w 1; ipvsadm --set 0 0 3600`,
);

/** Packets with made-up senders: with IPPROTO_RAW the header is ours, so that nothing must be bound for each. */
const fd = libc.socket(2, 3, 255) as number;
const to = Buffer.alloc(16);
to.writeUInt16LE(2);
to.set([10, 80, 0, 1], 4);
const packet = Buffer.alloc(29);
packet.set([0x45, 0, 0, 29, 0, 0, 0, 0, 64, 17, 0, 0, 11, 0, 0, 0, 10, 80, 0, 1]);
packet.writeUInt16BE(port, 22);
packet.writeUInt16BE(9, 24);
const filling = performance.now();
for (let sent = 0; sent < wanted; sent++) {
  packet[13] = (sent >> 16) & 0xff;
  packet[14] = (sent >> 8) & 0xff;
  packet[15] = sent & 0xff;
  packet.writeUInt16BE(1024 + (sent % 50_000), 20);
  libc.sendto(fd, packet, packet.length, 0, to, to.length);
}
const filled = (performance.now() - filling) / 1000;
const look = () =>
  readConnections(
    { path: '/proc/net/ip_vs_conn', now: () => performance.now(), rest, bounds: lookBounds },
    { destinations: null, vip: null, client: null },
  );
const before = { cpu: process.cpuUsage(), memory: process.memoryUsage().rss };
const summary = await look();
const cpu = process.cpuUsage(before.cpu);
console.log(
  JSON.stringify({
    standing: countOf(),
    filled,
    read: summary.read,
    extent: summary.extent,
    tookMs: summary.took,
    cpuMs: (cpu.user + cpu.system) / 1000,
    megabytes: (process.memoryUsage().rss - before.memory) / 1024 / 1024,
    bytes: JSON.stringify(summary).length,
  }),
);
process.exit(0);
