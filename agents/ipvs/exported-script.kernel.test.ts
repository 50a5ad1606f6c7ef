import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import fc from 'fast-check';
import { definition as anyDefinition } from '../../domain/definition/definition.arbitrary.ts';
import { type Definition, definitionSchema } from '../../domain/definition/definition.ts';
import { noSettings } from '../../domain/definition/settings.ts';
import { writeIpvsadmRules } from '../../domain/formats/ipvsadm/write-ipvsadm-rules.ts';
import { writeScript } from '../../domain/formats/script/write-script.ts';

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });
const ipvsadm = (line: string): string => run('ipvsadm', ...line.split(' '));
const table = (): string[] => ipvsadm('-S -n').trim().split('\n').sort();
/** Thresholds, which `-S` leaves out. */
const thresholds = (): string => ipvsadm('-L -n --thresholds').split('\n').sort().join('\n');
const addresses = (): string[] =>
  run('ip', '-o', 'addr', 'show')
    .split('\n')
    .map((line) => line.split(/\s+/).slice(1, 4).join(' '))
    .filter(Boolean)
    .sort();

const folder = mkdtempSync('/run/script-');
const file = join(folder, 'lvs-web');

/** Runs the script of a definition in the sh of Debian, and gives its exit code and what it said. */
function script(definition: Definition, action: string, edit = (text: string) => text, path = process.env.PATH) {
  writeFileSync(file, edit(writeScript(definition, { cluster: 'web', revision: null })));
  const { status, stdout, stderr } = spawnSync('dash', [file, ...action.split(' ').filter(Boolean)], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
  return { code: status, said: `${stdout}${stderr}` };
}

const destination = (last: number, port: number, more: object = {}) => ({
  ...{ address: `10.0.0.${last}`, port, forwarding: 'direct-routing', weight: 1 },
  ...more,
});
const http = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const site = (more: object = {}, ...web: object[]): Definition =>
  definitionSchema.parse({
    services: [
      { name: 'web', key: http, scheduler: 'wrr', destinations: web, ...more },
      {
        name: 'mail',
        key: { kind: 'address', protocol: 'TCP', address: 'fd00::4', port: 25 },
        scheduler: 'lc',
        destinations: [
          {
            address: 'fd00::21',
            port: 2525,
            forwarding: 'masquerading',
            weight: 2,
            upperThreshold: 9,
            lowerThreshold: 4,
          },
        ],
      },
      {
        name: 'marked',
        key: { kind: 'fwmark', fwmark: 4_000_000_000, family: 'ipv6' },
        scheduler: 'rr',
        persistence: { timeout: 60, netmask: 64 },
        destinations: [{ address: 'fd00::21', port: 0, forwarding: 'direct-routing', weight: 0 }],
      },
    ],
    settings: { timeouts: { tcpfin: 60 }, sysctls: { conntrack: 1, sync_threshold: 5, sync_period: 60 } },
  });
const tutorial = site({}, destination(21, 80), destination(22, 80, { weight: 3 }));
const foreign = ['-A -t 10.0.0.99:25 -s wlc', '-a -t 10.0.0.99:25 -r 10.0.0.23:25 -g -w 7', '-A -f 5 -s rr'];

before(() => {
  // It is inherited from the namespace that this one was made in.
  writeFileSync('/proc/sys/net/ipv4/ip_forward', '0');
  run('ip', 'link', 'add', 'lan0', 'type', 'dummy');
  run('ip', 'link', 'set', 'lan0', 'up');
  run('ip', 'addr', 'add', '10.0.0.11/24', 'dev', 'lan0');
  run('ip', 'addr', 'add', 'fd00::11/64', 'dev', 'lan0', 'nodad');
});
afterEach(() => {
  script(tutorial, 'stop');
  ipvsadm('-C');
});
after(() => rmSync(folder, { recursive: true }));

test('start sets up services, VIPs and settings beside somebody else’s, and stop takes away just these', () => {
  for (const rule of foreign) ipvsadm(rule);
  const were = { table: table(), addresses: addresses() };
  assert.deepEqual(script(tutorial, 'status'), { code: 3, said: 'lvs-web: not running\n' });
  assert.deepEqual(script(tutorial, 'start'), { code: 0, said: '' });
  const ours = writeIpvsadmRules(tutorial)
    .split('\n')
    .filter((line) => /^-[Aa] /.test(line));
  assert.deepEqual(
    table().map((line) => line.replace('-f -294967296', '-f 4000000000')),
    [...were.table, ...ours.map((line) => line.replace(/ -x 9 -y 4$/, ''))].sort(),
  );
  assert.match(thresholds(), /\[fd00::21\]:2525 +9 +4 /);
  assert.deepEqual(
    addresses().filter((line) => !were.addresses.includes(line)),
    ['lan0 inet 10.0.0.4/32', 'lan0 inet6 fd00::4/128'],
  );
  assert.match(run('ip', '-o', 'addr', 'show', 'to', '10.0.0.4/32'), /lan0:lvs/);
  assert.match(ipvsadm('-L --timeout'), /900 60 300/);
  const value = (name: string) => readFileSync(`/proc/sys/net/${name}`, 'utf8').trim();
  assert.deepEqual(
    [
      value('ipv4/vs/conntrack'),
      value('ipv4/vs/sync_threshold'),
      value('ipv6/conf/all/forwarding'),
      value('ipv4/ip_forward'),
    ],
    ['1', '5\t60', '1', '0'],
  );
  assert.equal(script(tutorial, 'stop').code, 0);
  assert.deepEqual({ table: table(), addresses: addresses() }, were);
  assert.equal(script(tutorial, 'stop').code, 0);
  assert.equal(script(tutorial, 'status').code, 3);
});

test('a setting that a kernel doesn’t have is told of, and the rest is done', () => {
  const started = script(tutorial, 'start', (text) => text.replace('net/ipv4/vs/conntrack 1', 'net/ipv4/vs/nosuch 1'));
  assert.deepEqual(started, { code: 0, said: 'lvs-web: this kernel has no /proc/sys/net/ipv4/vs/nosuch\n' });
  assert.match(ipvsadm('-S -n'), /-A -t 10\.0\.0\.4:80 /);
});

test('status prints what stands, and what is missing', () => {
  script(tutorial, 'start');
  const all = script(tutorial, 'status');
  assert.equal(all.code, 0);
  assert.match(all.said, /^TCP {2}10\.0\.0\.4:80 wrr\n {2}-> 10\.0\.0\.21:80 +Route +1 /m);
  assert.match(all.said, /^FWM .* rr persistent 60 mask 64$/m);
  ipvsadm('-D -t [fd00::4]:25');
  run('ip', 'addr', 'del', '10.0.0.4/32', 'dev', 'lan0');
  const some = script(tutorial, 'status');
  assert.equal(some.code, 1);
  assert.match(some.said, /^missing: -t \[fd00::4\]:25$/m);
  assert.match(some.said, /^10\.0\.0\.4 is not on this machine$/m);
});

test('start again changes nothing, and puts right what was changed by hand', () => {
  script(tutorial, 'start');
  const first = { table: table(), addresses: addresses(), thresholds: thresholds() };
  assert.deepEqual(script(tutorial, 'start'), { code: 0, said: '' });
  assert.deepEqual({ table: table(), addresses: addresses(), thresholds: thresholds() }, first);
  ipvsadm('-E -t 10.0.0.4:80 -s rr -p 100');
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 9');
  ipvsadm('-d -t 10.0.0.4:80 -r 10.0.0.22:80');
  ipvsadm('-a -t 10.0.0.4:80 -r 10.0.0.24:80 -g -w 1');
  ipvsadm('-a -f 4000000000 -6 -r fd00::24 -g');
  ipvsadm('-D -t [fd00::4]:25');
  assert.deepEqual(script(tutorial, 'restart'), { code: 0, said: '' });
  assert.deepEqual({ table: table(), addresses: addresses(), thresholds: thresholds() }, first);
});

test('a service that serves before and after never stops in between', () => {
  script(site({}, destination(21, 80), destination(22, 80, { weight: 0 })), 'start');
  const log = join(folder, 'log');
  const wrapper = join(folder, 'ipvsadm');
  writeFileSync(log, '');
  // Each change of the table, by way of a program that is found first.
  const real = run('which', 'ipvsadm').trim();
  writeFileSync(wrapper, `#!/bin/sh\n${real} "$@"\ncode=$?\n{ ${real} -S -n; echo end; } >>${log}\nexit $code\n`);
  chmodSync(wrapper, 0o755);
  const next = site({ scheduler: 'wlc' }, destination(21, 80, { weight: 0 }), destination(23, 80));
  assert.equal(script(next, 'restart', undefined, `${folder}:${process.env.PATH}`).code, 0);
  const states = readFileSync(log, 'utf8').split('end\n').filter(Boolean);
  assert.ok(states.length > 5);
  for (const state of states) assert.match(state, /^-a -t 10\.0\.0\.4:80 -r \S+ -g -w [1-9]/m);
  assert.match(states.at(-1) ?? '', /10\.0\.0\.21:80 -g -w 0\n.*10\.0\.0\.23:80 -g -w 1\n/);
  rmSync(wrapper);
});

test('a VIP that was there before stays, and so does one that somebody else’s service needs', () => {
  run('ip', 'addr', 'add', '10.0.0.4/24', 'dev', 'lan0');
  const before = addresses();
  script(tutorial, 'start');
  script(tutorial, 'stop');
  assert.deepEqual(addresses(), before);
  run('ip', 'addr', 'del', '10.0.0.4/24', 'dev', 'lan0');
  script(tutorial, 'start');
  ipvsadm('-A -t 10.0.0.4:8080 -s rr');
  assert.match(script(tutorial, 'stop').said, /10\.0\.0\.4 stays: another service is there/);
  assert.ok(addresses().includes('lan0 inet 10.0.0.4/32'));
  ipvsadm('-D -t 10.0.0.4:8080');
  script(tutorial, 'stop');
  assert.ok(!addresses().includes('lan0 inet 10.0.0.4/32'));
});

test('it says why it can’t, with the exit code that init expects', () => {
  assert.equal(script(tutorial, '').code, 2);
  assert.equal(script(tutorial, 'flush').code, 2);
  assert.deepEqual(
    script(tutorial, 'start', (text) => text.replaceAll('ipvsadm', 'no-ipvsadm')),
    { code: 5, said: 'lvs-web: no-ipvsadm is not installed\n' },
  );
  assert.deepEqual(
    script(tutorial, 'start', (text) => text.replace('id -u', 'echo 1000')),
    { code: 4, said: 'lvs-web: only root can do this\n' },
  );
  const away = definitionSchema.parse({
    services: [{ name: 'away', key: { ...http, address: '192.0.2.4' }, scheduler: 'rr' }],
  });
  const failed = script(away, 'start');
  assert.equal(failed.code, 1);
  assert.match(failed.said, /no route leads to 192\.0\.2\.4: set INTERFACE at the top/);
  assert.equal(script(away, 'start', (text) => text.replace(/^INTERFACE=$/m, 'INTERFACE=lan0')).code, 0);
  assert.equal(script(away, 'stop').code, 0);
});

test('any definition is started as ipvsadm -R would restore it, and stopped without a trace', () => {
  const definitions = fc
    .sample(anyDefinition, { numRuns: 40, seed: 20261124 })
    .filter(({ services }) => services.length > 2 && services.every((service) => service.scheduler !== 'twos'))
    .slice(0, 4)
    .map((one) => ({ ...one, settings: noSettings }));
  const were = addresses();
  for (const one of definitions) {
    spawnSync('ipvsadm', ['-R'], { input: writeIpvsadmRules(one) });
    const restored = { table: table(), thresholds: thresholds() };
    ipvsadm('-C');
    const { code, said } = script(one, 'start', (text) => text.replace(/^INTERFACE=$/m, 'INTERFACE=lan0'));
    assert.equal(code, 0, said);
    assert.deepEqual({ table: table(), thresholds: thresholds() }, restored);
    assert.equal(script(one, 'stop').code, 0);
    assert.deepEqual({ rules: ipvsadm('-S -n'), addresses: addresses() }, { rules: '', addresses: were });
  }
  assert.ok(definitions.length > 2);
});
