import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, test } from 'node:test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { type Intent, intentSchema } from '../../domain/wire/intent.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import { countMessages } from '../netlink/count-messages.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { type ApplyParts, applyIntent } from './apply-intent.ts';

const { open, counts } = countMessages(await systemSocket());
const ipvs = new Ipvs(open, bootTimeReader());
const ipvsadm = (line: string): string => execFileSync('ipvsadm', line.split(' '), { encoding: 'utf8' });

afterEach(() => void ipvsadm('-C'));
after(() => ipvs.close());

const none: ReadonlySet<ServiceKeyText> = new Set();

interface Written {
  readonly port: number;
  /** Weight by the last number of the address. */
  readonly weights: Readonly<Record<number, number>>;
}

function intentOf(services: readonly Written[], more: Partial<Intent> = {}): Intent {
  const definition = definitionSchema.parse({
    services: services.map(({ port, weights }) => ({
      name: `service-${port}`,
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port },
      scheduler: 'wrr',
      destinations: Object.entries(weights).map(([last, weight]) => ({
        ...{ address: `10.0.0.${last}`, port, forwarding: 'direct-routing', weight },
      })),
    })),
  });
  const plain = { version: 1, director: 'd', cluster: 'web', generation: 1, revision: 1, overlays: [], takeOver: [] };
  return intentSchema.parse({ ...plain, definition, removesAll: services.length === 0, issuedAt: 0, ...more });
}

async function apply(intent: Intent, owned = none, kernel: ApplyParts['kernel'] = ipvs) {
  const steps: StepResult[] = [];
  const kept: ServiceKeyText[][] = [];
  const applied = await applyIntent(
    {
      kernel,
      now: () => performance.now(),
      keepOwned: (ahead) => kept.push([...ahead]),
      onSteps: (_, results) => steps.push(...results),
    },
    intent,
    owned,
  );
  return { ...applied, steps, kept };
}

async function weights(): Promise<Record<string, number>> {
  const { services } = await ipvs.readTable();
  return Object.fromEntries(
    services.flatMap((service) =>
      service.destinations.map(({ address, weight }) => [`${serviceKeyText(service.key)} ${address}`, weight]),
    ),
  );
}

test('an empty table becomes the desired one, and the read-back agrees', async () => {
  const { message, owned, kept } = await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 3 } }]));
  assert.deepEqual(
    { outcome: message.outcome, total: message.total, failed: message.failed, readBack: message.readBack },
    { outcome: 'applied', total: 3, failed: 0, readBack: 'agrees' },
  );
  assert.deepEqual([...owned], ['TCP 10.0.0.4:80']);
  assert.deepEqual(kept, [['TCP 10.0.0.4:80']]);
  assert.deepEqual(await weights(), { 'TCP 10.0.0.4:80 10.0.0.21': 1, 'TCP 10.0.0.4:80 10.0.0.22': 3 });
});

test('the same intent again writes nothing, and one other weight is one message', async () => {
  const first = await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 3 } }]));
  const before = counts.commands;
  const again = await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 3 } }]), first.owned);
  assert.equal(counts.commands - before, 0);
  assert.equal(again.message.total, 0);
  await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 4 } }]), first.owned);
  assert.equal(counts.commands - before, 1);
  assert.deepEqual(await weights(), { 'TCP 10.0.0.4:80 10.0.0.21': 1, 'TCP 10.0.0.4:80 10.0.0.22': 4 });
});

test('a drain lays weight 0 over the written weight', async () => {
  const { owned } = await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 3 } }]));
  const target = { kind: 'real-server', name: '10.0.0.22' };
  const drain = { id: 'o', kind: 'drain', target, reason: 'kernel update', by: 'ada', since: 0 };
  const overlays = intentSchema.shape.overlays.parse([drain]);
  const { message } = await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 3 } }], { overlays }), owned);
  assert.equal(message.readBack, 'agrees');
  assert.equal((await weights())['TCP 10.0.0.4:80 10.0.0.22'], 0);
});

test('a service of somebody else is left alone, also where the definition has it', async () => {
  ipvsadm('-A -t 10.0.0.4:80 -s rr');
  ipvsadm('-A -t 10.0.0.9:25 -s lc');
  const intent = intentOf([
    { port: 80, weights: { 21: 1 } },
    { port: 443, weights: { 21: 1 } },
  ]);
  const { message, owned } = await apply(intent);
  assert.deepEqual(message.foreign, ['TCP 10.0.0.4:80']);
  assert.deepEqual([...owned], ['TCP 10.0.0.4:443']);
  assert.equal(message.readBack, 'agrees');
  const rules = ipvsadm('-Sn');
  assert.match(rules, /-A -t 10\.0\.0\.4:80 -s rr\n/);
  assert.match(rules, /-A -t 10\.0\.0\.9:25 -s lc\n/);
});

test('taking a service over is an explicit act', async () => {
  ipvsadm('-A -t 10.0.0.4:80 -s rr');
  const takeOver = intentSchema.shape.takeOver.parse(['TCP 10.0.0.4:80']);
  const { message, owned } = await apply(intentOf([{ port: 80, weights: { 21: 1 } }], { takeOver }));
  assert.deepEqual([message.foreign, message.readBack], [[], 'agrees']);
  assert.ok(owned.has(takeOver[0] ?? ('' as ServiceKeyText)));
  assert.match(ipvsadm('-Sn'), /-A -t 10\.0\.0\.4:80 -s wrr\n/);
});

test('a service that is no longer defined goes, and leaves what is ours', async () => {
  ipvsadm('-A -t 10.0.0.9:25 -s lc');
  const first = await apply(intentOf([{ port: 80, weights: { 21: 1 } }]));
  const { message, owned } = await apply(intentOf([]), first.owned);
  assert.equal(message.readBack, 'agrees');
  assert.deepEqual([...owned], []);
  assert.equal(ipvsadm('-Sn'), '-A -t 10.0.0.9:25 -s lc\n');
});

test('a failed step stops the plan; what ran beside it and what was skipped are told apart', async () => {
  const { owned } = await apply(intentOf([{ port: 80, weights: { 21: 1, 22: 3 } }]));
  // Between the look and the write, a hand takes the destination that is to be changed.
  const meddled: ApplyParts['kernel'] = {
    readTable: () => ipvs.readTable(),
    readSettings: () => ipvs.readSettings(),
    writeSetting: (setting) => ipvs.writeSetting(setting),
    write(steps) {
      if (steps.some(({ action }) => action === 'change-destination')) ipvsadm('-d -t 10.0.0.4:80 -r 10.0.0.22:80');
      return ipvs.write(steps);
    },
  };
  const { message, steps } = await apply(intentOf([{ port: 80, weights: { 22: 4, 23: 1 } }]), owned, meddled);
  assert.deepEqual(
    steps.map(({ line, outcome, error }) => `${outcome} ${line}${error ? ` ${error}` : ''}`),
    [
      'applied ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.23:80 -g -w 1',
      'failed ipvsadm -e -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 4 ENOENT',
      'skipped ipvsadm -d -t 10.0.0.4:80 -r 10.0.0.21:80',
    ],
  );
  assert.deepEqual([message.outcome, message.failed, message.readBack], ['failed', 1, 'differs']);
  assert.deepEqual(await weights(), { 'TCP 10.0.0.4:80 10.0.0.21': 1, 'TCP 10.0.0.4:80 10.0.0.23': 1 });
});

test('connections’ counters go on through a change of weight', async () => {
  const { owned } = await apply(intentOf([{ port: 80, weights: { 21: 1 } }]));
  const before = await ipvs.readTable();
  await apply(intentOf([{ port: 80, weights: { 21: 5 } }]), owned);
  const after = await ipvs.readTable();
  assert.deepEqual(after.services[0]?.counters, before.services[0]?.counters);
  assert.ok(after.kernelTime > before.kernelTime);
});
