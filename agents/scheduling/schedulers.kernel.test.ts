import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, addressFromBytes } from '../../domain/lvs/address.ts';
import type { SchedulerFlag } from '../../domain/lvs/scheduler.ts';
import type {
  Arrival,
  ConnectionScheduler,
  ScheduledDestination,
} from '../../domain/scheduling/scheduled-destination.ts';
import { type ReplayableScheduler, schedulerNamed } from '../../domain/scheduling/scheduler-named.ts';
import { seededRandom } from '../simulated/seeded-random.ts';

/** The same arrivals for the kernel and for our schedulers: the same choices. All addresses stand on lo. */
const port = 5353;
const vip = '10.77.0.1' as Address;
const clients = Array.from({ length: 40 }, (_, index) => `10.77.1.${index + 1}` as Address);
const otherVips = Array.from({ length: 20 }, (_, index) => `10.77.3.${index + 1}` as Address);

const run = (line: string): string =>
  execFileSync(line.split(' ')[0] ?? '', line.split(' ').slice(1), { encoding: 'utf8' });
const ipvsadm = (line: string): string => run(`ipvsadm ${line}`);
let server: Server;
const held = new Set<Socket>();

before(async () => {
  for (const address of [vip, ...clients, ...otherVips]) run(`ip addr add ${address}/32 dev lo`);
  run('iptables-legacy -t mangle -A OUTPUT -d 10.77.3.0/24 -j MARK --set-mark 7');
  server = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => server.listen(port, resolve));
});
afterEach(() => {
  for (const socket of held) socket.destroy();
  held.clear();
  ipvsadm('-C');
});
after(() => {
  server.close();
});

let servedBefore = 0;

interface Site {
  readonly destinations: ScheduledDestination[];
  readonly scheduler: ConnectionScheduler;
}

/** A service in the kernel, and its like here; destinations in the kernel's order, the last one added first. */
function serve(
  name: ReplayableScheduler,
  weights: readonly number[],
  { service = `-u ${vip}:${port}`, flags = [] }: { service?: string; flags?: readonly SchedulerFlag[] } = {},
): Site {
  const options = flags.length > 0 ? ` -b ${flags.map((flag) => `${name}-${flag}`).join(',')}` : '';
  ipvsadm(`-A ${service} -s ${name}${options}`);
  // Real servers of its own: a destination that was deleted comes back with the connections that it still has.
  const subnet = `10.77.${100 + servedBefore++}`;
  const ports = service.startsWith('-f') ? 0 : port;
  const added = weights.map((weight, index): ScheduledDestination => {
    const address = `${subnet}.${index + 1}` as Address;
    run(`ip addr add ${address}/32 dev lo`);
    ipvsadm(`-a ${service} -r ${address}:${ports} -g -w ${weight}`);
    return { address, port: ports, weight, lastWeight: weight, activeConn: 0, inactConn: 0, overloaded: false };
  });
  const destinations = added.reverse();
  return { destinations, scheduler: schedulerNamed(name, destinations, flags) };
}

function reweigh(
  { destinations, scheduler }: Site,
  index: number,
  weight: number,
  service = `-u ${vip}:${port}`,
): void {
  const destination = destinations[index];
  assert.ok(destination);
  ipvsadm(`-e ${service} -r ${destination.address}:${destination.port} -g -w ${weight}`);
  destination.weight = weight;
  if (weight > 0) destination.lastWeight = weight;
  scheduler.changed();
}

/** Sends one packet from a client's port, so that the kernel makes a connection of it. */
async function send({ client, clientPort, vip: to }: Arrival): Promise<void> {
  const socket = createSocket('udp4').on('error', () => undefined);
  await new Promise<void>((resolve) => socket.bind(clientPort, client, resolve));
  // No destination is a refusal that comes back as an error.
  await new Promise<void>((resolve) => socket.send('x', port, to, () => resolve()));
  socket.close();
}

const hexAddress = (text = ''): Address => addressFromBytes(Buffer.from(text, 'hex'));

/** Whom the kernel gave each client's port to. */
function kernelChoices(): Map<string, Address> {
  const lines = readFileSync('/proc/net/ip_vs_conn', 'utf8').trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [, client, clientPort = '', , , destination] = line.split(/\s+/);
      return [`${hexAddress(client)}:${Number.parseInt(clientPort, 16)}`, hexAddress(destination)];
    }),
  );
}

let nextPort = 20_000;
const arrivalFrom = (client: Address | undefined, to = vip): Arrival => ({
  client: client ?? vip,
  clientPort: nextPort++,
  vip: to,
});

/** Lets packets arrive one after another, and compares every choice. */
async function compare({ scheduler }: Site, arrivals: readonly Arrival[], counts = false): Promise<void> {
  const expected: string[] = [];
  for (const arrival of arrivals) {
    const chosen = scheduler.choose(arrival);
    // A UDP connection is never active.
    if (chosen && counts) chosen.inactConn++;
    expected.push(`${arrival.client}:${arrival.clientPort} ${chosen?.address ?? 'none'}`);
    await send(arrival);
  }
  const seen = kernelChoices();
  const got = arrivals.map(({ client, clientPort }) => {
    const name = `${client}:${clientPort}`;
    return `${name} ${seen.get(name) ?? 'none'}`;
  });
  assert.deepEqual(got, expected);
}

const many = (count: number, to?: (index: number) => Address | undefined): Arrival[] =>
  Array.from({ length: count }, (_, index) => arrivalFrom(clients[index % clients.length], to?.(index)));

for (const name of ['rr', 'wrr', 'sh', 'mh', 'fo'] as const)
  test(`${name}: same arrivals, same choices, also after weights changed`, async () => {
    const site = serve(name, [3, 1, 2, 6]);
    await compare(site, many(60));
    reweigh(site, 1, 0);
    await compare(site, many(40));
    reweigh(site, 1, 5);
    reweigh(site, 3, 4);
    await compare(site, many(60));
  });

for (const name of ['sh', 'mh'] as const)
  test(`${name} with its flags`, async () => {
    const site = serve(name, [3, 1, 2, 6], { flags: ['fallback', 'port'] });
    await compare(site, many(40));
    reweigh(site, 2, 0);
    await compare(site, many(60));
  });

test('mh with weights that are far apart', async () => {
  await compare(serve('mh', [1, 60_000, 777, 4096]), many(80));
});

test('wrr with weights that share a divisor, and with one destination', async () => {
  await compare(serve('wrr', [100, 300, 200, 0]), many(40));
  ipvsadm('-C');
  await compare(serve('wrr', [7]), many(5));
});

for (const name of ['lc', 'wlc'] as const)
  test(`${name} counts what has ended too`, async () => {
    await compare(serve(name, [3, 1, 2, 6]), many(60), true);
  });

for (const name of ['dh', 'lblc', 'lblcr'] as const)
  test(`${name} by the address that is gone to`, async () => {
    const site = serve(name, [3, 1, 2, 6], { service: '-f 7' });
    await compare(
      site,
      many(60, (index) => otherVips[(index * 7) % otherVips.length]),
      true,
    );
  });

/** A connection that stays until it is closed, or null when it was refused. */
function open({ client, clientPort }: Arrival): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: vip, port, localAddress: client, localPort: clientPort });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
    held.add(socket);
  });
}

/** Waits until the kernel counts as we do, so that the next arrival finds the same numbers. */
async function untilCountsAgree({ destinations }: Site): Promise<void> {
  const wanted = destinations
    .map(({ address, activeConn, inactConn }) => `${address} ${activeConn} ${inactConn}`)
    .sort();
  for (let attempt = 0; ; attempt++) {
    const lines = ipvsadm('-Ln')
      .split('\n')
      .filter((line) => line.includes('->') && !line.includes('Remote'));
    const seen = lines.map((line) => {
      const [, , target = '', , , active, inactive] = line.split(/\s+/);
      return `${target.split(':')[0]} ${active} ${inactive}`;
    });
    if (seen.sort().join() === wanted.join()) return;
    if (attempt === 100) assert.deepEqual(seen, wanted);
    await sleep(20);
  }
}

for (const name of ['lc', 'wlc', 'sed', 'nq', 'ovf'] as const)
  test(`${name} under scripted arrivals and departures`, async () => {
    const site = serve(name, [3, 1, 2, 6], { service: `-t ${vip}:${port}` });
    const random = seededRandom(name.length * 7919);
    const live: { socket: Socket; destination: ScheduledDestination }[] = [];
    for (let step = 0; step < 60; step++) {
      const leaving = live.length > 2 && random() < 0.4 ? live.splice(Math.floor(random() * live.length), 1)[0] : null;
      if (leaving) {
        leaving.socket.destroy();
        leaving.destination.activeConn--;
        leaving.destination.inactConn++;
      } else {
        const arrival = arrivalFrom(clients[step % clients.length]);
        const destination = site.scheduler.choose(arrival);
        const socket = await open(arrival);
        assert.equal(
          kernelChoices().get(`${arrival.client}:${arrival.clientPort}`),
          destination?.address,
          `step ${step}`,
        );
        if (destination && socket) {
          destination.activeConn++;
          live.push({ socket, destination });
        }
      }
      await untilCountsAgree(site);
    }
  });
