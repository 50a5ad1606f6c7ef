import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ipvsadm } from '../apply/definitions-in-kernel.example.ts';
import { directorAtWork, enrolledFolder, signedIntent } from '../intent/director-at-work.example.ts';
import { Ipvs } from '../ipvs/ipvs.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { Checker } from './checker.ts';
import { probe } from './probe.ts';

const ipvs = new Ipvs(await systemSocket(), bootTimeReader());
const folder = enrolledFolder();
const listeners = new Map<string, ChildProcess>();
let running: Checker | null = null;
after(() => {
  running?.stop();
  for (const listener of listeners.values()) listener.kill('SIGKILL');
  ipvsadm('-C');
  ipvs.close();
  rmSync(folder, { recursive: true });
});

/** A real server: a process of its own that listens on an address of the loopback interface. */
async function listen(address: string): Promise<void> {
  const program = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(8080, '${address}', () => console.log('up'))`;
  const listener = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  listeners.set(address, listener);
  await once(listener.stdout ?? listener, 'data');
}

async function end(address: string): Promise<void> {
  const listener = listeners.get(address);
  listener?.kill('SIGKILL');
  if (listener) await once(listener, 'exit');
}

/** The agent as a new process would have it, with its checks running. */
async function agent() {
  running?.stop();
  const atWork = directorAtWork(folder, ipvs);
  const { director, health } = atWork;
  running = new Checker({
    ...{ book: health, probe, random: Math.random, now: () => performance.now(), clock: () => Date.now() },
    ...{ log: () => undefined, send: () => true, turned: () => void director.turnHealth() },
  });
  await director.start();
  running.start();
  return atWork;
}

const check = { kind: 'http', interval: 1, timeout: 1, rise: 2, fall: 2 };

const intent = (generation: number, more: object = {}, withCheck: object | null = check) =>
  signedIntent(generation, {
    removesAll: false,
    definition: {
      services: [
        {
          ...{
            name: 'web',
            key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 },
            check: withCheck,
          },
          scheduler: 'wrr',
          destinations: [2, 3, 4].map((last) => ({
            ...{ address: `127.0.0.${last}`, port: 8080, forwarding: 'masquerading', weight: last },
          })),
        },
      ],
    },
    ...more,
  });

/** The weights of 127.0.0.2, .3 and .4 in the kernel. */
const weights = (): number[] =>
  [2, 3, 4].map((last) => Number(new RegExp(`127\\.0\\.0\\.${last}:8080 -m -w (\\d+)`).exec(ipvsadm('-Sn'))?.[1]));

/** Waits for something that is to come; what never comes ends the test by its file's time. */
async function become(...wanted: number[]): Promise<void> {
  while (weights().join() !== wanted.join()) await sleep(50);
}

test('a listener that ends is out and comes back; the last stays; a restart and a hand edit turn nothing', async () => {
  await Promise.all(['127.0.0.2', '127.0.0.3', '127.0.0.4'].map(listen));
  let { director, health, state } = await agent();
  await director.take(intent(1));
  assert.deepEqual(weights(), [2, 3, 4]);
  ipvsadm('-e -t 10.0.0.4:80 -r 127.0.0.2:8080 -m -w 2 -x 500');

  await end('127.0.0.2');
  await become(0, 3, 4);
  // What people changed by hand beside the weight is theirs.
  assert.match(ipvsadm('-L -n --thresholds'), /127\.0\.0\.2:8080\s+500/);
  assert.deepEqual([...health.laid], ['TCP 10.0.0.4:80 127.0.0.2:8080']);

  // Drained by an operator and failing: it stays out until both are gone, and its check goes on.
  const drained = { id: 'd', kind: 'drain', target: { kind: 'real-server', name: '127.0.0.3' } };
  await director.take(intent(2, { overlays: [{ ...drained, reason: 'r', by: 'ada', since: 0 }] }));
  await become(0, 0, 4);
  await end('127.0.0.4');
  const verdictOf = (last: number) => {
    const place = health.places.find(({ address }) => address === `127.0.0.${last}`);
    return place && health.stateOf(place).verdict;
  };
  while (verdictOf(4) !== 'failing') await sleep(50);
  await director.idle();
  assert.deepEqual(weights(), [0, 0, 4], 'the last one that serves stays');

  ({ director, health, state } = await agent());
  assert.deepEqual(weights(), [0, 0, 4]);
  while (verdictOf(4) !== 'failing') await sleep(50);
  assert.equal(verdictOf(2), 'failing');
  await director.idle();
  assert.deepEqual(weights(), [0, 0, 4], 'a restart turns nothing');

  await director.take(intent(3));
  // 127.0.0.3 serves again, so that the other may go.
  await become(0, 3, 0);
  await Promise.all([listen('127.0.0.2'), listen('127.0.0.4')]);
  await become(2, 3, 4);
  assert.deepEqual(state.health.out, []);
});

test('a check that is taken away ends its effect', async () => {
  const { director } = await agent();
  await end('127.0.0.3');
  await become(2, 0, 4);
  await director.take(intent(4, {}, null));
  assert.deepEqual(weights(), [2, 3, 4]);
  assert.equal(director.outByHealth?.size, 0);
});
