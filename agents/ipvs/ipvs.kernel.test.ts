import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, describe, test } from 'node:test';
import { type Address, parseAddress } from '../../domain/lvs/address.ts';
import { parseServiceKey, type ServiceKey, serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { Destination, IpvsTable, ServiceConfig, VirtualService } from '../../domain/lvs/table.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import { plainConfig, plainDestination } from '../../domain/plan/differences.ts';
import { ipvsadmRules } from '../../domain/plan/ipvsadm-line.ts';
import type { TableAction } from '../../domain/plan/plan.ts';
import { openFfiSocket } from '../netlink/ffi-socket.ts';
import { openRawSocket } from '../netlink/raw-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { Ipvs } from './ipvs.ts';

const ipvsadm = (...args: string[]): string => execFileSync('ipvsadm', args, { encoding: 'utf8' });

const key = (text: string): ServiceKey => {
  const parsed = parseServiceKey(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
};
const address = (text: string): Address => {
  const parsed = parseAddress(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
};
const service = (
  name: string,
  config: Partial<ServiceConfig> = {},
  ...destinations: Destination[]
): VirtualService => ({
  key: key(name),
  scheduler: 'wrr',
  schedulerFlags: [],
  onePacket: false,
  persistence: null,
  persistenceEngine: null,
  ...config,
  destinations,
});
const to = (name: string, port: number, config: Partial<Destination> = {}): Destination => ({
  address: address(name),
  port,
  forwarding: 'direct-routing',
  weight: 1,
  upperThreshold: 0,
  lowerThreshold: 0,
  tunnel: null,
  ...config,
});
const tunnel = (name: string, port: number, type: Destination['tunnel'] = { type: 'ipip' }): Destination =>
  to(name, port, { forwarding: 'tunneling', tunnel: type });

const additions = (...services: VirtualService[]): TableAction[] =>
  services.flatMap((one) => [
    { action: 'add-service' as const, service: one.key, config: plainConfig(one) },
    ...one.destinations.map((destination) => ({ action: 'add-destination' as const, service: one.key, destination })),
  ]);

/** The configuration of an observation, sorted: the kernel's order means nothing. */
const tableOf = (observation: Observation): IpvsTable => ({
  services: observation.services
    .map((one) => ({
      key: one.key,
      ...plainConfig(one),
      destinations: one.destinations.map(plainDestination).sort((a, b) => (a.address < b.address ? -1 : 1)),
    }))
    .sort((a, b) => (serviceKeyText(a.key) < serviceKeyText(b.key) ? -1 : 1)),
});
const sorted = (lines: string[]): string[] =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();

const all: VirtualService[] = [
  service('FWM 1', { scheduler: 'rr' }, to('10.0.0.21', 0), to('10.0.0.22', 0, { weight: 0 })),
  service('FWM 1 IPv6', { scheduler: 'lc' }, to('fd00::21', 0)),
  service('FWM 2147483647', { scheduler: 'wlc', persistence: { timeout: 60, netmask: 32 } }, to('10.0.0.21', 0)),
  service('SCTP 10.0.0.4:80', {}, to('10.0.0.21', 80)),
  service('TCP 10.0.0.4:443', { persistence: { timeout: 300, netmask: 24 } }, to('10.0.0.21', 443, { weight: 65_535 })),
  service('TCP 10.0.0.4:80', {}, to('10.0.0.21', 80), to('10.0.0.22', 80, { weight: 3 })),
  service('TCP 10.0.0.5:80', {}, to('10.0.1.21', 8080, { forwarding: 'masquerading' })),
  service('TCP 10.0.0.6:80', { scheduler: 'sh', schedulerFlags: ['fallback', 'port'] }, to('10.0.0.21', 80)),
  service('TCP 10.0.0.7:80', { scheduler: 'mh', schedulerFlags: ['port'] }, to('10.0.0.21', 80)),
  service(
    'TCP 10.0.0.8:80',
    {},
    tunnel('10.0.0.21', 80),
    tunnel('10.0.0.22', 80, { type: 'gue', port: 6080, checksum: 'nocsum' }),
    tunnel('10.0.0.23', 80, { type: 'gue', port: 6081, checksum: 'csum' }),
    tunnel('10.0.0.24', 80, { type: 'gue', port: 6082, checksum: 'remcsum' }),
    tunnel('10.0.0.25', 80, { type: 'gre', checksum: 'nocsum' }),
    tunnel('10.0.0.26', 80, { type: 'gre', checksum: 'csum' }),
  ),
  service('TCP [fd00::4]:80', { persistence: { timeout: 10, netmask: 64 } }, to('fd00::21', 80, { weight: 5 })),
  service('TCP [fd00::5]:80', {}, tunnel('10.0.0.21', 80, { type: 'gue', port: 6080, checksum: 'nocsum' })),
  service('UDP 10.0.0.4:5060', {
    persistence: { timeout: 120, netmask: 32 },
    persistenceEngine: 'sip',
    onePacket: true,
  }),
  service('UDP 10.0.0.4:53', { onePacket: true }, to('10.0.0.21', 53)),
];

const transports = [
  { name: 'through the C library', open: openFfiSocket },
  { name: 'through the package netlink', open: openRawSocket },
];

for (const { name, open } of transports) {
  describe(name, () => {
    const ipvs = new Ipvs(open, bootTimeReader());
    afterEach(() => void ipvsadm('-C'));
    after(() => ipvs.close());

    const write = async (...steps: TableAction[]): Promise<(string | null)[]> =>
      (await ipvs.write(steps)).map((error) => error && `${error.command} ${error.errnoName}`);

    test('every kind of service and destination is read back as it was written', async () => {
      assert.deepEqual(
        await write(...additions(...all)),
        additions(...all).map(() => null),
      );
      assert.deepEqual(tableOf(await ipvs.readTable()), { services: all });
    });

    test('the table is what ipvsadm -Sn says, rule for rule', async () => {
      await write(...additions(...all));
      // It spells out IPIP, the type that a tunnel has when none is named.
      const rules = ipvsadm('-Sn').replaceAll(' --tun-type ipip', '');
      assert.deepEqual(sorted(ipvsadmRules(await ipvs.readTable())), sorted(rules.split('\n')));
    });

    test('what ipvsadm -R restores is read as the same table', async () => {
      const rules = `${ipvsadmRules({ services: all }).join('\n')}\n`;
      execFileSync('ipvsadm', ['-R'], { input: rules });
      assert.deepEqual(tableOf(await ipvs.readTable()), { services: all });
    });

    test('thresholds are kept and read, which ipvsadm -Sn loses', async () => {
      const limited = service('TCP 10.0.0.4:80', {}, to('10.0.0.21', 80, { upperThreshold: 100, lowerThreshold: 50 }));
      await write(...additions(limited));
      assert.deepEqual(tableOf(await ipvs.readTable()), { services: [limited] });
      assert.match(ipvsadm('-Ln', '--thresholds'), /10\.0\.0\.21:80 +100 +50 /);
    });

    test('a change replaces the whole service and the whole destination', async () => {
      const [gue] = [tunnel('10.0.0.21', 80, { type: 'gue', port: 6080, checksum: 'csum' })];
      const before = service('TCP 10.0.0.4:80', { persistence: { timeout: 300, netmask: 24 } }, gue);
      const changed = service('TCP 10.0.0.4:80', { scheduler: 'lc' }, to('10.0.0.21', 80, { weight: 7 }));
      await write(...additions(before));
      const outcomes = await write(
        { action: 'change-service', service: changed.key, config: plainConfig(changed) },
        ...changed.destinations.map((destination) => ({
          action: 'change-destination' as const,
          service: changed.key,
          destination,
        })),
      );
      assert.deepEqual(outcomes, [null, null]);
      assert.deepEqual(tableOf(await ipvs.readTable()), { services: [changed] });
    });

    test('removing takes away one destination, then the service', async () => {
      const [one, two] = [to('10.0.0.21', 80), to('10.0.0.22', 80)];
      const standing = service('TCP 10.0.0.4:80', {}, one, two);
      await write(...additions(standing));
      await write({ action: 'remove-destination', service: standing.key, destination: one });
      assert.deepEqual(tableOf(await ipvs.readTable()).services[0]?.destinations, [two]);
      await write({ action: 'remove-service', service: standing.key });
      assert.deepEqual((await ipvs.readTable()).services, []);
    });

    test('each refusal of the kernel has its errno', async () => {
      const http = service('TCP 10.0.0.4:80', {}, to('10.0.0.21', 80));
      await write(...additions(http));
      const add = (destination: Destination): TableAction => ({
        action: 'add-destination',
        service: http.key,
        destination,
      });
      const missing = key('TCP 10.0.0.99:80');
      const cases: [TableAction, string][] = [
        [{ action: 'add-service', service: http.key, config: plainConfig(http) }, 'NEW_SERVICE EEXIST'],
        [{ action: 'change-service', service: missing, config: plainConfig(http) }, 'SET_SERVICE ESRCH'],
        [{ action: 'remove-service', service: missing }, 'DEL_SERVICE ESRCH'],
        [
          { action: 'add-service', service: missing, config: { ...plainConfig(http), scheduler: 'nosuch' } },
          'NEW_SERVICE ENOENT',
        ],
        [
          {
            action: 'add-service',
            service: missing,
            config: { ...plainConfig(http), persistence: { timeout: 9, netmask: 32 }, persistenceEngine: 'nosuch' },
          },
          'NEW_SERVICE ENOENT',
        ],
        [
          {
            action: 'add-service',
            service: key('TCP [fd00::9]:80'),
            config: { ...plainConfig(http), persistence: { timeout: 9, netmask: 200 } },
          },
          'NEW_SERVICE EINVAL',
        ],
        [add(to('10.0.0.21', 80)), 'NEW_DEST EEXIST'],
        [{ action: 'change-destination', service: http.key, destination: to('10.0.0.99', 80) }, 'SET_DEST ENOENT'],
        [{ action: 'remove-destination', service: http.key, destination: to('10.0.0.99', 80) }, 'DEL_DEST ENOENT'],
        [{ action: 'remove-destination', service: missing, destination: to('10.0.0.21', 80) }, 'DEL_DEST ESRCH'],
        [add(to('10.0.0.30', 80, { upperThreshold: 5, lowerThreshold: 6 })), 'NEW_DEST ERANGE'],
        [add(to('10.0.0.30', 80, { weight: 0x80000000 })), 'NEW_DEST ERANGE'],
        [add(to('224.0.0.1', 80)), 'NEW_DEST EINVAL'],
        [add(to('fd00::21', 80)), 'NEW_DEST EINVAL'],
        [add(tunnel('10.0.0.30', 80, { type: 'gue', port: 0, checksum: 'nocsum' })), 'NEW_DEST EINVAL'],
      ];
      for (const [step, expected] of cases) assert.deepEqual(await write(step), [expected], JSON.stringify(step));
      assert.deepEqual(tableOf(await ipvs.readTable()), { services: [http] });
    });

    test('a message that fails in a batch is told by its place, and the others are done', async () => {
      const services = Array.from({ length: 60 }, (_, index) =>
        service(`TCP 10.1.0.${index + 1}:80`, {}, to('10.0.0.21', 80)),
      );
      const steps = additions(...services);
      const again = additions(...services.slice(10, 11));
      const outcomes = await write(...steps.slice(0, 50), ...again, ...steps.slice(50));
      const failed = outcomes.flatMap((outcome, index) => (outcome ? [`${index} ${outcome}`] : []));
      assert.deepEqual(failed, ['50 NEW_SERVICE EEXIST', '51 NEW_DEST EEXIST']);
      assert.equal((await ipvs.readTable()).services.length, 60);
    });

    test('the timeouts are those of ipvsadm -L --timeout', async () => {
      const before = await ipvs.readTimeouts();
      await ipvs.setTimeouts({ tcp: 901, tcpfin: 121, udp: 301 });
      assert.deepEqual(await ipvs.readTimeouts(), { tcp: 901, tcpfin: 121, udp: 301 });
      assert.match(ipvsadm('-L', '--timeout'), /901 121 301/);
      await ipvs.setTimeouts({ tcp: 0, tcpfin: 122, udp: 0 });
      assert.deepEqual(await ipvs.readTimeouts(), { tcp: 901, tcpfin: 122, udp: 301 });
      await ipvs.setTimeouts(before);
    });

    test('sync daemons start, are read as ipvsadm -L --daemon says, and stop', async () => {
      execFileSync('ip', ['link', 'add', 'sync0', 'type', 'dummy']);
      execFileSync('ip', ['link', 'set', 'sync0', 'up']);
      execFileSync('ip', ['addr', 'add', '10.77.0.1/24', 'dev', 'sync0']);
      const master = {
        ...{ state: 'master' as const, interface: 'sync0', syncId: 5, maximumLength: 1400 },
        ...{ group: address('224.0.0.82'), port: 8849, ttl: 2 },
      };
      const usual = { maximumLength: null, group: null, port: null, ttl: null };
      await ipvs.startDaemon(master);
      await ipvs.startDaemon({ ...usual, state: 'backup', interface: 'sync0', syncId: 6 });
      const daemons = await ipvs.readDaemons();
      assert.deepEqual(
        daemons.find((daemon) => daemon.state === 'master'),
        master,
      );
      assert.equal(daemons.find((daemon) => daemon.state === 'backup')?.port, 8848);
      assert.match(
        ipvsadm('-L', '--daemon'),
        /master sync daemon .*mcast=sync0, syncid=5, maxlen=1400, group=224\.0\.0\.82, port=8849, ttl=2/,
      );
      await assert.rejects(ipvs.startDaemon(master), { errnoName: 'EEXIST' });
      await ipvs.stopDaemon('master');
      await ipvs.stopDaemon('backup');
      assert.deepEqual(await ipvs.readDaemons(), []);
      await assert.rejects(ipvs.stopDaemon('master'), { errnoName: 'ESRCH' });
      await assert.rejects(ipvs.startDaemon({ ...usual, state: 'master', interface: 'nosuch0', syncId: 1 }), {
        errnoName: 'ENODEV',
      });
      execFileSync('ip', ['link', 'del', 'sync0']);
    });

    test('the version is that of the first line of ipvsadm -L', async () => {
      const { version, connectionTableSize } = await ipvs.readInfo();
      assert.match(ipvsadm('-Ln'), new RegExp(`version ${version} \\(size=${connectionTableSize}\\)`));
    });

    test('two thousand destinations come whole and once, whatever the parts of the dump', async () => {
      const many = Array.from({ length: 20 }, (_, s) =>
        service(`TCP 10.2.0.${s + 1}:80`, {}, ...Array.from({ length: 100 }, (_d, d) => to(`10.3.${s}.${d + 1}`, 80))),
      );
      const steps = additions(...many);
      for (let at = 0; at < steps.length; at += 128) await write(...steps.slice(at, at + 128));
      const { services } = await ipvs.readTable();
      assert.equal(services.length, 20);
      for (const one of services) assert.equal(new Set(one.destinations.map((d) => d.address)).size, 100);
    });

    test('a thousand steps that all fail are each answered, and the socket goes on', async () => {
      const steps = Array.from(
        { length: 1000 },
        (_, index): TableAction => ({
          action: 'remove-service',
          service: { kind: 'fwmark', fwmark: 50_000 + index, family: 'ipv4' },
        }),
      );
      const outcomes = await ipvs.write(steps);
      assert.equal(outcomes.length, 1000);
      assert.ok(outcomes.every((error) => error?.errnoName === 'ESRCH'));
      assert.ok((await ipvs.readInfo()).connectionTableSize > 0);
    });

    test('a dump and writes at the same time never tear each other', async () => {
      const many = Array.from({ length: 100 }, (_, s) => service(`TCP 10.4.0.${s + 1}:80`, {}, to('10.0.0.21', 80)));
      const steps = additions(...many);
      await write(...steps.slice(0, 100));
      await write(...steps.slice(100));
      const reads = Array.from({ length: 5 }, () => ipvs.readTable());
      const extra = service('TCP 10.5.0.1:80', {}, to('10.0.0.21', 80));
      for (let round = 0; round < 5; round++) {
        assert.deepEqual(await write(...additions(extra)), [null, null]);
        assert.deepEqual(await write({ action: 'remove-service', service: extra.key }), [null]);
      }
      for (const { services } of await Promise.all(reads)) {
        const known = services.filter((one) => serviceKeyText(one.key) !== serviceKeyText(extra.key));
        assert.equal(known.length, 100);
        // Each state between two writes is whole: the extra service comes with its destination in one send.
        for (const one of services) assert.equal(one.destinations.length, 1);
      }
    });

    test('a family id that went stale with its module is asked for again', async () => {
      await ipvs.readInfo();
      ipvsadm('-C');
      const lsmod = execFileSync('lsmod', { encoding: 'utf8' });
      const loaded = [...lsmod.matchAll(/^(xt_ipvs|ip_vs_\w+)/gm)].map(([name]) => name);
      execFileSync('rmmod', [...loaded, 'ip_vs']);
      // Asking for the family loads the module again.
      assert.equal((await ipvs.readInfo()).version, '1.2.1');
      assert.deepEqual(await write(...additions(service('TCP 10.0.0.4:80'))), [null]);
    });
  });
}
