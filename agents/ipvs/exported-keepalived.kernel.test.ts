import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, test } from 'node:test';
import fc from 'fast-check';
import { definition as anyDefinition } from '../../domain/definition/definition.arbitrary.ts';
import { type Definition, definitionSchema } from '../../domain/definition/definition.ts';
import type { DestinationDefinition } from '../../domain/definition/destination-definition.ts';
import { everyFeature } from '../../domain/definition/every-feature.example.ts';
import type { ServiceDefinition } from '../../domain/definition/service-definition.ts';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import { writeKeepalived } from '../../domain/formats/keepalived/write-keepalived.ts';
import { whyHidden } from '../../domain/formats/keepalived/write-virtual-server.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { VirtualService } from '../../domain/lvs/table.ts';
import { plainConfig, plainDestination } from '../../domain/plan/differences.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { Ipvs } from './ipvs.ts';

const ipvs = new Ipvs(await systemSocket(), bootTimeReader());
const folder = mkdtempSync(join(tmpdir(), 'keepalived-'));
const definitions = fc.sample(anyDefinition, { numRuns: 30, seed: 20261123 }).map((one) => definitionSchema.parse(one));

afterEach(() => void execFileSync('ipvsadm', ['-C']));
after(() => ipvs.close());

function exported(definition: Definition): string {
  const file = join(folder, 'keepalived.conf');
  writeFileSync(file, writeKeepalived(definition));
  return file;
}

/** What `keepalived -t` says of the export, and the code that it ends with. */
function tested(definition: Definition): { code: number | null; said: string } {
  const { status, stdout, stderr, error } = spawnSync('keepalived', ['-t', '-f', exported(definition)], {
    encoding: 'utf8',
  });
  if (error)
    throw new Error('keepalived does not run in the lab: its package is one of npm run setup', { cause: error });
  return { code: status, said: stdout + stderr };
}

/** Without numbers, and sorted: the kernel's order means nothing. */
const plain = (services: readonly VirtualService[]) =>
  services
    .map((service) => ({
      key: serviceKeyText(service.key),
      ...plainConfig(service),
      schedulerFlags: service.schedulerFlags.toSorted(),
      destinations: service.destinations
        .map(plainDestination)
        .sort((a, b) => (destinationKeyText(a) < destinationKeyText(b) ? -1 : 1)),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** What keepalived 2.2 runs of a definition on Linux 6.1, which has no twos; it can't masquerade to port 0 of a port. */
const fitting = (one: Definition): Definition => ({
  ...one,
  services: one.services
    .map((service) => ({ ...service, destinations: service.destinations.filter((to) => !isPortless(to, service)) }))
    .filter((service) => !whyHidden(service) && service.scheduler !== 'twos'),
});

const isPortless = (to: DestinationDefinition, { key }: ServiceDefinition): boolean =>
  to.forwarding === 'masquerading' && to.port === 0 && key.kind === 'address' && key.port !== 0;

/** Runs keepalived with the export until it has set everything up; `look` is called then. */
async function whileRunning(definition: Definition, look: () => Promise<void>): Promise<void> {
  const pids = ['-p', '-c', '-r'].flatMap((option) => [option, join(folder, `pid${option}`)]);
  const child = spawn('keepalived', ['-n', '-l', '-D', '-C', '-f', exported(definition), ...pids]);
  const ended = once(child, 'exit');
  const said: string[] = [];
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      if (line.endsWith('Startup complete')) break;
    }
    assert.match(said.at(-1) ?? '', /Startup complete$/, said.join('\n'));
    child.stderr.resume();
    await look();
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

test('keepalived -t accepts every feature', () => {
  assert.deepEqual(tested(everyFeature), { code: 0, said: '' });
});

test('keepalived -t accepts random definitions', () => {
  let blocks = 0;
  for (const one of definitions) {
    assert.deepEqual(tested(one), { code: 0, said: '' }, writeKeepalived(one));
    blocks += one.services.filter((service) => !whyHidden(service)).length;
  }
  assert.ok(blocks > 30, `only ${blocks} virtual servers were in them`);
});

test('keepalived -t refuses what we hide from it', () => {
  const text = 'virtual_server 10.0.0.4 80 {\n  lvs_sched rr\n  protocol TCP\n}\n';
  const file = join(folder, 'refused.conf');
  writeFileSync(file, text);
  assert.match(spawnSync('keepalived', ['-t', '-f', file], { encoding: 'utf8' }).stderr, /has no real servers/);
});

test('keepalived makes the table and timeouts that the definition stands for', async () => {
  const initial = { tcp: 900, tcpfin: 120, udp: 300 };
  const running = [everyFeature, ...definitions].map(fitting).filter(({ services }) => services.length > 1);
  for (const one of running.slice(0, 6)) {
    await ipvs.setTimeouts(initial);
    await whileRunning(one, async () => {
      assert.deepEqual(plain((await ipvs.readTable()).services), plain(desiredTable(one, []).services));
      const { tcp, tcpfin, udp } = one.settings.timeouts;
      assert.deepEqual(await ipvs.readTimeouts(), {
        ...{ tcp: tcp ?? initial.tcp, tcpfin: tcpfin ?? initial.tcpfin, udp: udp ?? initial.udp },
      });
    });
  }
});
