import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { after, afterEach, beforeEach, test } from 'node:test';
import { Ipvs } from '../ipvs/ipvs.ts';
import { countMessages } from '../netlink/count-messages.ts';
import { systemSocket } from '../netlink/system-socket.ts';
import { bootTimeReader } from '../observe/boot-time.ts';
import { kernelInstance } from '../observe/read-facts.ts';
import { directorAtWork, enrolledFolder, signedIntent } from './director-at-work.example.ts';
import { newKeyPair, signText } from './ed25519.ts';

const { open, counts } = countMessages(await systemSocket());
const ipvs = new Ipvs(open, bootTimeReader());
const ipvsadm = (line: string): string => execFileSync('ipvsadm', line.split(' '), { encoding: 'utf8' });
let folder = '';

beforeEach(() => {
  folder = enrolledFolder();
});
afterEach(() => {
  ipvsadm('-C');
  rmSync(folder, { recursive: true });
});
after(() => ipvs.close());

const newDirector = (instance = kernelInstance()) => directorAtWork(folder, ipvs, { instance });

function signed(generation: number, weight: number) {
  const destination = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight };
  const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
  const services = [{ name: 'web', key, scheduler: 'wrr', destinations: [destination] }];
  return signedIntent(generation, { definition: { services }, removesAll: false });
}

/** Commands that `run` sent, the look-up of the family not counted. */
async function commandsDuring(run: () => Promise<unknown>): Promise<number> {
  const before = counts.commands;
  await run();
  return counts.commands - before;
}

test('an intent is applied, and a restart in the same kernel writes nothing', async () => {
  const first = newDirector();
  await first.director.take(signed(1, 3));
  assert.match(ipvsadm('-Sn'), /-r 10\.0\.0\.21:80 -g -w 3/);
  const second = newDirector();
  assert.equal(second.director.generation, 1);
  assert.equal(await commandsDuring(() => second.director.start()), 0);
});

test('a restart leaves a drift for people to see, and so does the same intent sent again', async () => {
  await newDirector().director.take(signed(1, 3));
  ipvsadm('-e -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 9');
  const { director, sent } = newDirector();
  assert.equal(await commandsDuring(() => director.start()), 0);
  assert.equal(await commandsDuring(() => director.take(signed(1, 3))), 0);
  const last = sent.at(-1);
  assert.ok(last?.type === 'applied');
  assert.deepEqual([last.outcome, last.total, last.readBack], ['applied', 0, 'differs']);
  await director.take(signed(2, 3));
  assert.match(ipvsadm('-Sn'), /-w 3/);
});

test('after a reboot the held intent is applied again', async () => {
  await newDirector('boot-1 net-1').director.take(signed(1, 3));
  ipvsadm('-C');
  const { director, sent } = newDirector('boot-2 net-1');
  await director.start();
  assert.match(ipvsadm('-Sn'), /-r 10\.0\.0\.21:80 -g -w 3/);
  assert.ok(sent.some((message) => message.type === 'applied' && message.total === 2));
});

test('an apply that did not end is taken up again', async () => {
  const { director, state } = newDirector();
  await director.take(signed(1, 3));
  // As if the process had died between keeping intent 2 and its first write.
  state.keepIntent(signed(2, 5));
  await newDirector().director.start();
  assert.match(ipvsadm('-Sn'), /-w 5/);
});

test('of several intents that wait, only the newest is applied', async () => {
  const { director, sent } = newDirector();
  await Promise.all([1, 2, 3, 4].map((generation) => director.take(signed(generation, generation))));
  assert.match(ipvsadm('-Sn'), /-w 4/);
  const applied = sent.flatMap((message) => (message.type === 'applied' ? [message.generation] : []));
  assert.deepEqual(applied.at(-1), 4);
  assert.ok(applied.length < 4, `applied ${applied.join(', ')}`);
});

test('a refused intent changes nothing and is told by its code', async () => {
  const { director, sent } = newDirector();
  await director.take(signed(2, 3));
  const before = ipvsadm('-Sn');
  await director.take(signed(1, 7));
  await director.take({ ...signed(3, 7), signature: signText('other', newKeyPair()) });
  const codes = sent.flatMap((message) => (message.type === 'refused' ? [message.code] : []));
  assert.deepEqual(codes, ['older', 'wrong-signature']);
  assert.equal(ipvsadm('-Sn'), before);
});
