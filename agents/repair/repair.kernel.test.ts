import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { after, afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { nobodyOut } from '../../domain/checks/out-by-health.ts';
import { ipvsadm } from '../apply/definitions-in-kernel.example.ts';
import { directorAtWork, enrolledFolder, signedIntent } from '../intent/director-at-work.example.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { Observer } from '../observe/observer.ts';
import { readFacts } from '../observe/read-facts.ts';

const ipvs = new Ipvs(await systemSocket(), bootTimeReader());
let folder = '';
let running: Observer | null = null;
beforeEach(() => {
  folder = enrolledFolder();
});
afterEach(() => {
  running?.stop();
  ipvsadm('-C');
  rmSync(folder, { recursive: true });
});
after(() => ipvs.close());

/** A director that looks at its kernel once a second, and has no console. */
function watchingDirector() {
  const atWork = directorAtWork(folder, ipvs);
  running = new Observer({
    kernel: ipvs,
    readFacts: () => readFacts(ipvs),
    outByHealth: () => nobodyOut,
    owned: () => atWork.state.owned,
    listening: () => false,
    watching: () => atWork.director.repairs,
    saw: (observation, facts) => atWork.director.saw(observation, facts),
    send: () => false,
    trouble: (detail) => assert.equal(detail, null),
  });
  running.start();
  return atWork;
}

const intent = (generation: number, drift: 'repair' | 'report', more: object = {}) => {
  const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4' };
  const to = (last: number, port: number, weight: number) => ({
    ...{ address: `10.0.0.${last}`, port, forwarding: 'direct-routing', weight },
  });
  return signedIntent(generation, {
    removesAll: false,
    definition: {
      settings: { drift, timeouts: { udp: 301 }, sysctls: { conntrack: 0 } },
      services: [
        { name: 'web', key: { ...key, port: 80 }, scheduler: 'wrr', destinations: [to(21, 80, 1), to(22, 80, 3)] },
        { name: 'mail', key: { ...key, port: 25 }, scheduler: 'wlc', destinations: [to(21, 25, 1)] },
      ],
    },
    ...more,
  });
};

/** Waits for something that is to come; what never comes ends the test by its file's time. */
async function comes(what: () => boolean): Promise<void> {
  while (!what()) await sleep(50);
}
const rules = (): string[] => ipvsadm('-Sn').trim().split('\n').sort();

test('every kind of hand edit comes back by itself, without a console', async () => {
  const { director, repaired } = watchingDirector();
  await director.take(intent(1, 'repair'));
  const right = rules();
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 9');
  ipvsadm('-a -t 10.0.0.4:80 -r 10.0.0.29:80 -g -w 1');
  ipvsadm('-D -t 10.0.0.4:25');
  ipvsadm('-A -t 10.0.0.9:443 -s rr');
  const foreign = '-A -t 10.0.0.9:443 -s rr';
  await comes(
    () =>
      rules()
        .filter((rule) => rule !== foreign)
        .join() === right.join(),
  );
  assert.ok(rules().includes(foreign));
  ipvsadm('-C');
  await comes(() => rules().join() === right.join());
  execFileSync('sysctl', ['-q', '-w', 'net.ipv4.vs.conntrack=1']);
  ipvsadm('--set 0 0 77');
  const settings = () =>
    execFileSync('sysctl', ['-n', 'net.ipv4.vs.conntrack'], { encoding: 'utf8' }) + ipvsadm('-L --timeout');
  await comes(() => /^0\n.* 301\n/s.test(settings()));
  await director.idle();
  assert.ok(repaired.length >= 3);
  assert.ok(repaired.every(({ failed, readBack }) => failed === 0 && readBack === 'agrees'));
});

test('under report a hand edit stays, and one place alone may be applied again', async () => {
  const { director, repaired, applied } = watchingDirector();
  await director.take(intent(1, 'report'));
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 9');
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 8');
  const edited = rules();
  await sleep(2500);
  assert.deepEqual(rules(), edited);
  await director.take(intent(2, 'report', { only: ['TCP 10.0.0.4:80 10.0.0.21:80'] }));
  assert.deepEqual(
    rules(),
    edited.map((rule) => rule.replace(/10\.0\.0\.21:80 -g -w 8/, '10.0.0.21:80 -g -w 1')),
  );
  assert.deepEqual([applied()?.total, applied()?.readBack, repaired.length], [1, 'agrees', 0]);
});

test('a hand edit that people left stays, and what is beside it comes back', async () => {
  const { director, repaired } = watchingDirector();
  await director.take(intent(1, 'report'));
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 9');
  ipvsadm('-d -t 10.0.0.4:25 -r 10.0.0.21:25');
  const edited = rules();
  const side = (weight: number) => ({
    ...{ forwarding: 'direct-routing', weight, upperThreshold: 0, lowerThreshold: 0, tunnel: null },
  });
  const place = { what: 'destination', service: 'TCP 10.0.0.4:80', destination: '10.0.0.22:80' };
  const mail = { what: 'destination', service: 'TCP 10.0.0.4:25', destination: '10.0.0.21:25' };
  const by = { reason: 'a new disk', by: 'ada', since: 0 };
  const accepted = [
    { id: 'a', stands: { ...place, over: side(3), stands: side(9) }, ...by },
    { id: 'b', stands: { ...mail, over: side(1), stands: null }, ...by },
  ];
  await director.take(intent(2, 'repair', { accepted }));
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 7');
  await comes(() => repaired.length > 0);
  assert.deepEqual(rules(), edited);
});

test('two at one table: the agent waits longer each time, and says so', async () => {
  const { director, repaired, contests } = watchingDirector();
  await director.take(intent(1, 'repair'));
  const start = performance.now();
  while (performance.now() - start < 6000) {
    if (!ipvsadm('-Sn').includes('10.0.0.22:80 -g -w 9')) ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 9');
    await sleep(100);
  }
  assert.ok(repaired.length >= 2 && repaired.length <= 3, `${repaired.length} repairs`);
  await comes(() => contests.length > 0);
  assert.match(contests[0] ?? '', /^TCP 10\.0\.0\.4:80 is changed by something else again and again/);
});
