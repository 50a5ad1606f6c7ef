import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import type { Address } from '../../domain/lvs/address.ts';
import { drainOf, rampOf } from '../../domain/overlay/overlay.example.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { rampSteps } from '../../domain/overlay/ramp-steps.ts';
import { parseConnection } from '../connections/parse-connection.ts';
import { directorAtWork, enrolledFolder, signedIntent } from '../intent/director-at-work.example.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { applied, intentFor, ipvsadm } from './definitions-in-kernel.example.ts';

/** All addresses stand on lo, so that this one kernel schedules, and has the connections. */
const vip = '10.79.0.1';
const port = 5353;
const [one, two] = ['10.79.2.1', '10.79.2.2'];
const client = '10.79.1.1' as Address;
const ipvs = new Ipvs(await systemSocket(), bootTimeReader());
const run = (line: string): string =>
  execFileSync(line.split(' ')[0] ?? '', line.split(' ').slice(1), { encoding: 'utf8' });
const sysctl = () => run('sysctl -n net.ipv4.vs.expire_quiescent_template').trim();

before(() => {
  for (const address of [vip, one, two, client]) run(`ip addr add ${address}/32 dev lo`);
});
afterEach(() => void ipvsadm('-C'));
after(() => ipvs.close());

const definition = (weight = 100, persistence: object | null = { timeout: 600, netmask: 32 }, settings: object = {}) =>
  definitionSchema.parse({
    services: [
      {
        ...{
          name: 'dns',
          key: { kind: 'address', protocol: 'UDP', address: vip, port },
          scheduler: 'wrr',
          persistence,
        },
        destinations: [one, two].map((address) => ({ address, port, forwarding: 'direct-routing', weight })),
      },
    ],
    settings: { sysctls: { expire_quiescent_template: 0, expire_nodest_conn: 1 }, ...settings },
  });
const whole = { kind: 'real-server' as const };

/** Makes the kernel what the definition is under these overlays, as an agent does. */
async function lay(overlays: readonly Overlay[], defined = definition()): Promise<readonly string[]> {
  const owned = new Set(
    defined.services.map(({ key }) => `UDP ${key.kind === 'address' ? key.address : ''}:${port}` as never),
  );
  const { message, steps } = await applied(ipvs, intentFor(defined, { overlays: [...overlays] }), owned);
  assert.deepEqual([message.outcome, message.readBack], ['applied', 'agrees']);
  return steps.map(({ line }) => line);
}

async function weights(): Promise<Record<string, number>> {
  const { services } = await ipvs.readTable();
  return Object.fromEntries(services.flatMap(({ destinations }) => destinations.map((to) => [to.address, to.weight])));
}

const entries = () =>
  readFileSync('/proc/net/ip_vs_conn', 'utf8')
    .split('\n')
    .flatMap((line) => parseConnection(line) ?? []);

/** A datagram of a client from a port of its own, or of one that is given; gives where the kernel sent it. */
async function sends(from = 0): Promise<{ to: string | undefined; port: number }> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true }).on('error', () => undefined);
  await new Promise<void>((resolve) => socket.bind(from, client, resolve));
  const { port: own } = socket.address();
  await new Promise<void>((resolve) => socket.send('x', port, vip, () => resolve()));
  socket.close();
  return {
    to: entries().find(({ client: by, clientPort }) => by === client && clientPort === own)?.destination,
    port: own,
  };
}

test('wait: a client with a template still comes, as the kernel lets templates pass by weight 0', async () => {
  await lay([]);
  const { to } = await sends();
  await lay([drainOf({ ...whole, name: to ?? '' })]);
  assert.equal((await weights())[to ?? ''], 0);
  assert.equal((await sends()).to, to);
});

test('elsewhere: the template ends, the client goes to the other, and the setting goes back to what is stated', async () => {
  await lay([]);
  const first = await sends();
  const steps = await lay([drainOf({ ...whole, name: first.to ?? '' }, { mode: 'elsewhere' })]);
  assert.deepEqual(steps[0], 'sysctl -w net.ipv4.vs.expire_quiescent_template=1');
  assert.equal(sysctl(), '1');
  const other = first.to === one ? two : one;
  assert.equal((await sends()).to, other);
  // A connection that stands goes on where it was.
  assert.equal((await sends(first.port)).to, first.to);
  await lay([]);
  assert.equal(sysctl(), '0');
  assert.deepEqual(await weights(), { [one]: 100, [two]: 100 });
});

test('elsewhere over two goes back with the last of them', async () => {
  const drain = (name: string, id: string) => drainOf({ ...whole, name }, { id, mode: 'elsewhere' });
  await lay([drain(one, 'a'), drain(two, 'b')]);
  assert.equal(sysctl(), '1');
  await lay([drain(two, 'b')]);
  assert.equal(sysctl(), '1');
  await lay([]);
  assert.equal(sysctl(), '0');
});

test('cut: the destination leaves the table, its connections end, and it returns as it was written', async () => {
  await lay([]);
  const first = await sends();
  const to = first.to ?? '';
  const drain = drainOf({ ...whole, name: to });
  await lay([drain]);
  await lay([{ ...drain, mode: 'cut' }]);
  const other = to === one ? two : one;
  assert.deepEqual(await weights(), { [other]: 100 });
  // expire_nodest_conn ends the entry with the packet that finds it; the next one is scheduled anew.
  await sends(first.port);
  assert.equal((await sends(first.port)).to, other);
  await lay([]);
  assert.deepEqual(await weights(), { [one]: 100, [two]: 100 });
});

test('a ramp passes its weights in the kernel, and ends at the written one', async () => {
  const target = { ...whole, name: two };
  await lay([drainOf(target)]);
  const seen: (number | undefined)[] = [];
  for (const share of rampSteps(20).shares) {
    await lay([rampOf(target, share)]);
    seen.push((await weights())[two]);
  }
  await lay([]);
  assert.deepEqual([...seen, (await weights())[two]], [6, 13, 25, 50, 100]);
});

test('an agent refuses what goes below the guard, with the service and its numbers, and the kernel stays', async () => {
  const { director, sent } = directorAtWork(enrolledFolder(), ipvs);
  const guarded = definition(100, null, { guard: { leastServing: 1 } });
  const intent = (generation: number, overlays: readonly Overlay[]) =>
    signedIntent(generation, { definition: guarded, overlays, removesAll: false });
  const both = [one, two].map((name) => drainOf({ ...whole, name }, { id: name }));
  await director.take(intent(1, both.slice(1)));
  await director.take(intent(2, both));
  assert.deepEqual(await weights(), { [one]: 100, [two]: 0 });
  const refused = sent.find(({ type }) => type === 'refused');
  assert.ok(refused?.type === 'refused');
  assert.deepEqual([refused.code, refused.generation, director.generation], ['below-guard', 2, 1]);
  assert.match(refused.detail, /^dns \(UDP 10\.79\.0\.1:5353\): 0 serving with 0 %/);
  await director.take(
    intent(
      3,
      both.map((overlay) => ({ ...overlay, overGuard: true })),
    ),
  );
  assert.deepEqual(await weights(), { [one]: 0, [two]: 0 });
});
