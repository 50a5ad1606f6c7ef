import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, test } from 'node:test';
import fc from 'fast-check';
import { crowdedDefinition } from '../../domain/definition/crowded-definition.arbitrary.ts';
import { definition } from '../../domain/definition/definition.arbitrary.ts';
import type { Settings } from '../../domain/definition/settings.ts';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { sameSysctl } from '../../domain/lvs/sysctl.ts';
import type { IpvsTable, VirtualService } from '../../domain/lvs/table.ts';
import { ipvsadmRules } from '../../domain/plan/ipvsadm-line.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import type { NetlinkError } from '../netlink/netlink-error.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import type { ApplyParts } from './apply-intent.ts';
import {
  applied,
  inThisKernel,
  intentFor,
  ipvsadm,
  rulesInKernel,
  sortedLines,
} from './definitions-in-kernel.example.ts';

const ipvs = new Ipvs(await systemSocket(), bootTimeReader());
afterEach(() => void ipvsadm('-C'));
after(() => ipvs.close());

const none: ReadonlySet<ServiceKeyText> = new Set();

/** On a slow machine fewer are tried; a failure that takes long to shrink is told as the smallest that was found. */
const stopsInTime = { interruptAfterTimeLimit: 40_000, includeErrorInReport: true };
const leastTries = 5;

/** How `ipvsadm -L --timeout` and `sysctl` say that the kernel is set, in the names of a definition. */
function settingsInKernel(): Record<string, number> {
  const [, tcp, tcpfin, udp] = /: (\d+) (\d+) (\d+)/.exec(ipvsadm('-L --timeout')) ?? [];
  const found: Record<string, number> = { tcp: Number(tcp), tcpfin: Number(tcpfin), udp: Number(udp) };
  const listed = execFileSync('sysctl', ['net.ipv4.vs'], { encoding: 'utf8' });
  for (const [, name = '', first, second] of listed.matchAll(/^net\.ipv4\.vs\.(\w+) = (\d+)(?:\s+(\d+))?$/gm)) {
    found[name] = Number(first);
    if (second !== undefined) found.sync_period = Number(second);
  }
  return found;
}

const named = ({ timeouts, sysctls }: Settings): [string, number][] =>
  Object.entries({ ...timeouts, ...sysctls }).filter((entry): entry is [string, number] => entry[1] !== null);

/** It prints flags in the kernel's order, and no thresholds. */
const asPrinted = (service: VirtualService): VirtualService => ({
  ...service,
  schedulerFlags: [...service.schedulerFlags].sort(),
  destinations: service.destinations.map((to) => ({ ...to, upperThreshold: 0, lowerThreshold: 0 })),
});

test('any definition is in the kernel as ipvsadm and sysctl say, reads back, and leaves nothing to do', async () => {
  let tries = 0;
  await fc.assert(
    fc
      .asyncProperty(definition.map(inThisKernel), async (wanted) => {
        const { message, owned, failures } = await applied(ipvs, intentFor(wanted), none);
        assert.deepEqual(failures, []);
        assert.deepEqual([message.outcome, message.readBack], ['applied', 'agrees']);
        const rules = ipvsadmRules({ services: desiredTable(wanted, []).services.map(asPrinted) });
        assert.deepEqual(rulesInKernel(), sortedLines(rules.join('\n')));
        const kernel = settingsInKernel();
        const otherwise = named(wanted.settings).filter(
          ([name, value]) => !sameSysctl(name, kernel[name] ?? -1, value),
        );
        assert.deepEqual(otherwise, []);
        assert.equal((await applied(ipvs, intentFor(wanted), owned)).message.total, 0);
        tries++;
      })
      .afterEach(() => void ipvsadm('-C')),
    { numRuns: 30, ...stopsInTime },
  );
  assert.ok(tries >= leastTries, `only ${tries} were tried`);
});

/** Runs each step alone, and tells the table after it. */
const stepByStep = (onTable: (table: IpvsTable) => void): ApplyParts['kernel'] => ({
  readTable: () => ipvs.readTable(),
  readSettings: () => ipvs.readSettings(),
  writeSetting: (setting) => ipvs.writeSetting(setting),
  async write(steps) {
    const outcomes: (NetlinkError | null)[] = [];
    for (const step of steps) {
      outcomes.push(...(await ipvs.write([step])));
      onTable(await ipvs.readTable());
    }
    return outcomes;
  },
});

const serving = ({ services }: IpvsTable): string[] =>
  services
    .filter(({ destinations }) => destinations.some(({ weight }) => weight > 0))
    .map(({ key }) => serviceKeyText(key));

test('on the way from one definition to another, what serves before and after serves all the time', async () => {
  let tables = 0;
  await fc.assert(
    fc
      .asyncProperty(fc.array(crowdedDefinition, { minLength: 2, maxLength: 4 }), async (path) => {
        let owned = none;
        for (const wanted of path) {
          const desired = desiredTable(wanted, []);
          const before = await ipvs.readTable();
          const always = serving(before).filter((key) => serving(desired).includes(key));
          const kernel = stepByStep((between) => {
            tables++;
            const missing = always.filter((key) => !serving(between).includes(key));
            assert.deepEqual(missing, []);
          });
          const end = await applied(kernel, intentFor(wanted), owned);
          assert.deepEqual(end.failures, []);
          assert.equal(end.message.readBack, 'agrees');
          owned = end.owned;
        }
      })
      .afterEach(() => void ipvsadm('-C')),
    { numRuns: 20, ...stopsInTime },
  );
  assert.ok(tables > 50, `only ${tables} tables were seen`);
});
