import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, test } from 'node:test';
import fc from 'fast-check';
import { definition as anyDefinition } from '../../domain/definition/definition.arbitrary.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import { readIpvsadmSave } from '../../domain/formats/ipvsadm/read-ipvsadm-save.ts';
import { writeIpvsadmRules } from '../../domain/formats/ipvsadm/write-ipvsadm-rules.ts';
import { definitionFromTable } from '../../domain/formats/table/definition-from-table.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { IpvsTable, VirtualService } from '../../domain/lvs/table.ts';
import { plainConfig, plainDestination } from '../../domain/plan/differences.ts';
import { planTable } from '../../domain/plan/plan-table.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { Ipvs } from './ipvs.ts';

const ipvs = new Ipvs(await systemSocket(), bootTimeReader());
const initial = { tcp: 900, tcpfin: 120, udp: 300 };
const saved = (): string => execFileSync('ipvsadm', ['-S', '-n'], { encoding: 'utf8' });
const clear = async (): Promise<void> => {
  execFileSync('ipvsadm', ['-C']);
  await ipvs.setTimeouts(initial);
};

afterEach(clear);
after(() => ipvs.close());

/** What Linux 6.1 has no module for, and thresholds past what ipvsadm takes: those stay in the export's comments. */
const fitting = (one: Definition): Definition => ({
  ...one,
  services: one.services.map((service) => ({
    ...service,
    scheduler: service.scheduler === 'twos' ? 'wrr' : service.scheduler,
    destinations: service.destinations.map((to) =>
      to.upperThreshold > 0x7fffffff ? { ...to, upperThreshold: 0, lowerThreshold: 0 } : to,
    ),
  })),
});
const definitions = fc.sample(anyDefinition.map(fitting), { numRuns: 40, seed: 20261123 });

/** Without numbers, and sorted: the kernel's order means nothing. */
const plain = (services: readonly VirtualService[]) =>
  services
    .map((service) => ({
      key: serviceKeyText(service.key),
      ...plainConfig(service),
      destinations: service.destinations
        .map(plainDestination)
        .sort((a, b) => (destinationKeyText(a) < destinationKeyText(b) ? -1 : 1)),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

async function applied(table: IpvsTable): Promise<number> {
  const { steps } = planTable(table, await ipvs.readTable(), new Set(), new Set());
  const outcomes = await ipvs.write(steps);
  return outcomes.filter((outcome) => outcome === null).length;
}

test('ipvsadm -R of the export makes the table and timeouts that applying the definition makes', async () => {
  let done = 0;
  for (const one of definitions) {
    const { tcp, tcpfin, udp } = one.settings.timeouts;
    done += await applied(desiredTable(one, []));
    await ipvs.setTimeouts({ tcp: tcp ?? 0, tcpfin: tcpfin ?? 0, udp: udp ?? 0 });
    const byNetlink = [plain((await ipvs.readTable()).services), saved(), await ipvs.readTimeouts()];
    await clear();
    execFileSync('ipvsadm', ['-R'], { input: writeIpvsadmRules(one) });
    const byRules = [plain((await ipvs.readTable()).services), saved(), await ipvs.readTimeouts()];
    assert.deepEqual(byRules, byNetlink);
    await clear();
  }
  assert.ok(done > 200, `only ${done} steps did something`);
});

test('ipvsadm-restore of the export does so too', async () => {
  const one = definitions.find(({ services }) => services.length > 3);
  assert.ok(one);
  await applied(desiredTable(one, []));
  const before = saved();
  execFileSync('ipvsadm-restore', { input: writeIpvsadmRules(one) });
  assert.equal(saved(), before);
});

test('a live table becomes a definition that changes nothing on it', async () => {
  for (const one of definitions) {
    await applied(desiredTable(one, []));
    const { services } = await ipvs.readTable();
    const keys = new Set(services.map((service) => serviceKeyText(service.key)));
    const made = definitionFromTable(services, null);
    const left = made.notes.filter((note) => note.kind === 'left-out');
    if (left.length === 0)
      assert.deepEqual(planTable(desiredTable(made.definition, []), { services }, keys, new Set()).steps, []);
    // The kernel made a destination local by itself because its address is: no definition has that.
    else
      assert.deepEqual(
        new Set(left.map((note) => note.kind === 'left-out' && note.code)),
        new Set(['forwarding-unknown']),
      );
    await clear();
  }
});

test('what ipvsadm -S prints is read as the table, but for the thresholds that it leaves out', async () => {
  for (const one of definitions) {
    await applied(desiredTable(one, []));
    const { services } = await ipvs.readTable();
    if (services.length === 0) continue;
    const file = readIpvsadmSave(saved());
    assert.ok(file.ok);
    const without = services.map((service) => ({
      ...service,
      destinations: service.destinations.map((to) => ({ ...to, upperThreshold: 0, lowerThreshold: 0 })),
    }));
    assert.deepEqual(plain(desiredTable(file.definition, []).services), plain(without));
    await clear();
  }
});
