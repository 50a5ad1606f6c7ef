import { createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, ExampleConsole } from '../console.example.ts';

let console: ExampleConsole;
const closing: (() => void)[] = [];

beforeEach(async () => {
  console = new ExampleConsole();
  await console.start();
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await console.remove();
});

interface Post {
  readonly seqs: number[];
  readonly body: string;
  readonly signature: string;
}

/** A receiver that answers by `answer`, and remembers what it got. */
async function receiver(answer: () => number): Promise<{ url: string; posts: Post[] }> {
  const posts: Post[] = [];
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const seqs = body
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { seq: number }).seq);
    posts.push({ seqs, body, signature: String(request.headers['shoal-signature']) });
    response.writeHead(answer(), { location: 'http://127.0.0.1:1/' }).end();
  };
  const server: Server = createServer((request, response) => void answerTo(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, posts };
}

const admin = () => console.as('administrator');
const add = (target: object, more: object = {}) =>
  admin().streams.add({ name: 'siem', target: target as never, reason: 'OPS-1', ...more });
const list = async () => (await admin().streams.list())[0];
const look = () => console.parts.audit.streams.look();
const write = (name: string) => admin().clusters.create({ name });
const newest = async () => (await admin().audit.chain()).newest;

test('rows go to a webhook from now on, in order, signed with the secret that was told', async () => {
  const { url, posts } = await receiver(() => 200);
  const { secret } = await add({ kind: 'webhook', url });
  await write('a');
  await write('b');
  await look();
  const [post] = posts as [Post];
  expect(post.body).toContain('"action":"cluster.create"');
  expect(post.seqs).toEqual([...post.seqs].sort((a, b) => a - b));
  const [, at, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(post.signature) ?? [];
  expect(hex).toBe(
    createHmac('sha256', secret ?? '')
      .update(`${at}.${post.body}`)
      .digest('hex'),
  );
  expect(JSON.stringify(await console.parts.db.auditStream.findMany())).not.toContain(secret);
  expect(await list()).toMatchObject({ position: await newest(), newest: await newest(), problem: null });
});

test('what is refused is tried again, loses nothing, and is there after a restart', async () => {
  let answer = 503;
  const { url, posts } = await receiver(() => answer);
  await add({ kind: 'webhook', url }, { fromStart: true });
  await look();
  expect(await list()).toMatchObject({ position: 0, problem: 'it answered 503', failingSince: expect.any(Number) });
  answer = 302;
  console.ahead += 300_000;
  await look();
  expect(await list()).toMatchObject({ position: 0, problem: 'it answered 302' });
  await console.restart();
  answer = 204;
  await look();
  expect(posts.at(-1)?.seqs[0]).toBe(1);
  expect(await list()).toMatchObject({ position: await newest(), problem: null, failingSince: null });
});

test('a receiver that got rows whose answer was lost gets them again: at least once', async () => {
  let answer = 500;
  const { url, posts } = await receiver(() => answer);
  await add({ kind: 'webhook', url }, { fromStart: true });
  await look();
  answer = 200;
  console.ahead += 10_000;
  await look();
  expect(posts.at(-1)?.seqs.slice(0, posts[0]?.seqs.length)).toEqual(posts[0]?.seqs);
});

test('paused it waits, and then goes on where it was', async () => {
  const { url, posts } = await receiver(() => 200);
  await add({ kind: 'webhook', url });
  await admin().streams.pause({ name: 'siem', paused: true, reason: 'maintenance' });
  await look();
  expect(posts).toEqual([]);
  await admin().streams.pause({ name: 'siem', paused: false, reason: 'over' });
  await look();
  expect(posts.flatMap(({ body }) => body.match(/audit\.\w+-stream/g) ?? [])).toEqual([
    ...['audit.add-stream', 'audit.change-stream', 'audit.change-stream'],
  ]);
  await admin().streams.remove({ name: 'siem', reason: 'gone' });
  expect(await admin().streams.list()).toEqual([]);
});

test('syslog over TCP: messages of RFC 5424 with their lengths', async () => {
  let got = '';
  const server = createTcp((socket) => socket.on('data', (data) => (got += data.toString())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const asked = { kind: 'syslog', transport: 'tcp', host: '127.0.0.1', port };
  expect(await add(asked, { reason: 'für die Prüfung, 审计' })).toEqual({ secret: null });
  await write('shop');
  await look();
  await expect.poll(() => got).toContain('cluster.create');
  for (let rest = Buffer.from(got); rest.length > 0; ) {
    const [counted = '', length = ''] = /^(\d+) /.exec(rest.toString()) ?? [];
    const message = rest.subarray(counted.length, counted.length + Number(length)).toString();
    expect(message).toMatch(/^<109>1 \d{4}-\S+Z 127\.0\.0\.1 shoal - [a-z.-]+ - \{"seq":\d+.*\}$/);
    rest = rest.subarray(counted.length + Number(length));
  }
  expect(await list()).toMatchObject({ position: await newest() });
});

test('syslog over UDP: one in a datagram; and a TCP receiver that isn’t there is a problem in words', async () => {
  const socket = createSocket('udp4');
  const messages: string[] = [];
  socket.on('message', (data) => messages.push(data.toString()));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  closing.push(() => socket.close());
  await add({ kind: 'syslog', transport: 'udp', host: '127.0.0.1', port: socket.address().port });
  await look();
  await expect.poll(() => messages.length).toBe(1);
  expect(messages[0]).toContain('shoal - audit.add-stream - {');
  await admin().streams.remove({ name: 'siem', reason: 'x' });
  await add({ kind: 'syslog', transport: 'tcp', host: '127.0.0.1', port: 1 });
  await look();
  expect((await list())?.problem).toMatch(/ECONNREFUSED/);
});

test('a name is taken once, and a target must be one', async () => {
  await add({ kind: 'syslog', transport: 'udp', host: '127.0.0.1', port: 9 });
  const again = add({ kind: 'syslog', transport: 'udp', host: '127.0.0.1', port: 9 });
  expect(codeOf(await again.catch((error: unknown) => error))).toBe('CONFLICT');
  for (const url of ['ftp://x.example', 'https://me:pw@x.example/', 'x'])
    await expect(add({ kind: 'webhook', url }, { name: 'other' })).rejects.toThrow();
});
