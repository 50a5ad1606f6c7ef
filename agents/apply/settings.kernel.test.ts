import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, afterEach, test } from 'node:test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import { countMessages } from '../netlink/count-messages.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { applied, intentFor, ipvsadm } from './definitions-in-kernel.example.ts';

const { open, counts } = countMessages(await systemSocket());
const ipvs = new Ipvs(open, bootTimeReader());
afterEach(() => void ipvsadm('-C'));
after(() => ipvs.close());

const none: ReadonlySet<ServiceKeyText> = new Set();
const sysctl = (name: string): string =>
  execFileSync('sysctl', ['-n', `net.ipv4.vs.${name}`], { encoding: 'utf8' }).trim();

const settings = {
  timeouts: { tcp: 601, tcpfin: 61, udp: null },
  sysctls: { expire_nodest_conn: 1, conntrack: 1, sync_threshold: 5, sync_period: 60 },
};
const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const wanted = definitionSchema.parse({ settings, services: [{ name: 'web', key, scheduler: 'wlc' }] });

test('settings are as sysctl and ipvsadm say, come before the table, and are written once', async () => {
  const udp = (await ipvs.readTimeouts()).udp;
  const first = await applied(ipvs, intentFor(wanted), none);
  assert.deepEqual(
    first.steps.map(({ outcome, line }) => `${outcome} ${line}`),
    [
      'applied ipvsadm --set 601 61 0',
      'applied sysctl -w net.ipv4.vs.expire_nodest_conn=1',
      'applied sysctl -w net.ipv4.vs.conntrack=1',
      'applied sysctl -w net.ipv4.vs.sync_threshold="5 60"',
      'applied ipvsadm -A -t 10.0.0.4:80 -s wlc',
    ],
  );
  assert.equal(first.message.readBack, 'agrees');
  assert.match(ipvsadm('-L --timeout'), new RegExp(`: 601 61 ${udp}\n`));
  assert.deepEqual(['conntrack', 'expire_nodest_conn', 'sync_threshold'].map(sysctl), ['1', '1', '5\t60']);
  const before = counts.commands;
  assert.equal((await applied(ipvs, intentFor(wanted), first.owned)).message.total, 0);
  // GET_CONFIG is a command too; the sysctls are files.
  assert.ok(counts.commands - before <= 1, `${counts.commands - before} commands`);
});

test('a hand’s sysctl is one step back', async () => {
  const { owned } = await applied(ipvs, intentFor(wanted), none);
  execFileSync('sysctl', ['-q', '-w', 'net.ipv4.vs.sync_threshold=7 70']);
  const { steps } = await applied(ipvs, intentFor(wanted), owned);
  assert.deepEqual(
    steps.map(({ line }) => line),
    ['sysctl -w net.ipv4.vs.sync_threshold="5 60"'],
  );
  assert.equal(sysctl('sync_threshold'), '5\t60');
});

test('what the kernel refuses is told by its errno', async () => {
  const set = (name: string, ...values: number[]) => ipvs.writeSetting({ action: 'set-sysctl', name, values });
  const { timeouts, sysctls } = await ipvs.readSettings();
  assert.deepEqual(await set('sync_threshold', 60, 50), { errnoName: 'EINVAL', extendedAck: null });
  assert.deepEqual(await set('secure_tcp', 4), { errnoName: 'EINVAL', extendedAck: null });
  const tooLong = await ipvs.writeSetting({
    action: 'set-timeouts',
    timeouts: { ...timeouts, tcp: 0x7fffffff },
  });
  assert.equal(tooLong?.errnoName, 'EINVAL');
  assert.deepEqual(await ipvs.readSettings(), { timeouts, sysctls });
});

test('a sysctl that this kernel doesn’t have is told, and not made', async () => {
  assert.deepEqual(await ipvs.writeSetting({ action: 'set-sysctl', name: 'absent', values: [1] }), {
    ...{ errnoName: 'ENOENT', extendedAck: null },
  });
  assert.ok(!existsSync('/proc/sys/net/ipv4/vs/absent'));
  const older = {
    ...{ readTable: () => ipvs.readTable(), write: ipvs.write.bind(ipvs), writeSetting: ipvs.writeSetting.bind(ipvs) },
    async readSettings() {
      const { sysctls, timeouts } = await ipvs.readSettings();
      const { conntrack: _, ...left } = sysctls;
      return { timeouts, sysctls: left };
    },
  };
  const { message, unsupported, steps } = await applied(older, intentFor(wanted), none);
  assert.deepEqual([message.outcome, message.readBack, unsupported], ['applied', 'agrees', ['conntrack']]);
  assert.ok(steps.every(({ line }) => !line.includes('conntrack')));
});

test('without the permission, and where /proc is read-only, the errno says which', async () => {
  const set = () => ipvs.writeSetting({ action: 'set-sysctl', name: 'conntrack', values: [1] });
  process.seteuid?.(65_534);
  const denied = await set();
  process.seteuid?.(0);
  assert.equal(denied?.errnoName, 'EACCES');
  execFileSync('mount', ['-o', 'bind,ro', '/proc/sys', '/proc/sys']);
  try {
    const { message, steps } = await applied(
      ipvs,
      intentFor(definitionSchema.parse({ settings: { sysctls: { conntrack: 0 } }, services: wanted.services })),
      none,
    );
    assert.deepEqual(
      steps.map(({ outcome, error }) => [outcome, error]),
      [
        ['failed', 'EROFS'],
        ['skipped', null],
      ],
    );
    assert.deepEqual([message.outcome, message.readBack], ['failed', 'differs']);
  } finally {
    execFileSync('umount', ['/proc/sys']);
  }
});
