import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Message, splitMessages } from './message.ts';
import { mostMessagesInOneBatch, NetlinkConnection, type Request, type Requests } from './netlink-connection.ts';
import type { NetlinkReceiver, OpenNetlinkSocket } from './netlink-socket.ts';

/** A kernel that answers what the test tells it to. */
function fakeKernel() {
  const sockets: { sent: Message[][]; closed: boolean; receiver: NetlinkReceiver }[] = [];
  const open: OpenNetlinkSocket = (receiver) => {
    const socket = { sent: [] as Message[][], closed: false, receiver };
    sockets.push(socket);
    return {
      mostMessages: 128,
      send: (bytes) => socket.sent.push(splitMessages(bytes)),
      close: () => {
        socket.closed = true;
      },
    };
  };
  return { open, sockets };
}

const answer = (type: number, sequence: number, payload: number[] = []): Buffer => {
  const bytes = Buffer.alloc(16 + payload.length);
  bytes.writeUInt32LE(bytes.length, 0);
  bytes.writeUInt16LE(type, 4);
  bytes.writeUInt32LE(sequence, 8);
  bytes.set(payload, 16);
  return bytes;
};
const ack = (sequence: number) => answer(2, sequence, [0, 0, 0, 0]);
const failure = (sequence: number, errno: number) => answer(2, sequence, [256 - errno, 255, 255, 255]);
const request = (command = 'NEW_DEST'): Request => ({ type: 27, command, write: (writer) => writer.u32(1, 1) });
const batch = (count: number, command = 'NEW_DEST'): Requests => ({
  ...{ type: 27, count, commandOf: () => command },
  write: (writer) => writer.u32(1, 1),
});
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a batch asks the last message alone for an ACK, and tells each outcome by its sequence number', async () => {
  const { open, sockets } = fakeKernel();
  const outcomes = new NetlinkConnection(open).batch(batch(3, 'SET_DEST'));
  await settle();
  const [messages = []] = sockets[0]?.sent ?? [];
  expect(messages.map((message) => message.flags)).toEqual([1, 1, 5]);
  expect(messages.map((message) => message.sequence)).toEqual([1, 2, 3]);
  sockets[0]?.receiver.received(failure(2, 2));
  sockets[0]?.receiver.received(ack(3));
  expect((await outcomes).map((error) => error && `${error.command} ${error.errnoName}`)).toEqual([
    null,
    'SET_DEST ENOENT',
    null,
  ]);
});

test('a batch goes in as many sends as the socket asks for, also after one that failed', async () => {
  const { open, sockets } = fakeKernel();
  const outcomes = new NetlinkConnection(open).batch(batch(300));
  for (const last of [128, 256, 300]) {
    await settle();
    if (last === 128) sockets[0]?.receiver.received(failure(5, 17));
    sockets[0]?.receiver.received(ack(last));
  }
  const ended = await outcomes;
  expect(sockets[0]?.sent.map((messages) => messages.length)).toEqual([128, 128, 44]);
  expect(ended).toHaveLength(300);
  expect(ended.flatMap((error, index) => (error ? [`${index} ${error.errnoName}`] : []))).toEqual(['4 EEXIST']);
});

test('a batch that would keep the kernel too long is refused', async () => {
  const { open } = fakeKernel();
  const tooMany = new NetlinkConnection(open).batch(batch(mostMessagesInOneBatch + 1));
  await expect(tooMany).rejects.toThrow(RangeError);
});

test('an empty batch sends nothing', async () => {
  const { open, sockets } = fakeKernel();
  expect(await new NetlinkConnection(open).batch(batch(0))).toEqual([]);
  expect(sockets).toEqual([]);
});

test('a dump ends with DONE, and its errno is an error', async () => {
  const { open, sockets } = fakeKernel();
  const connection = new NetlinkConnection(open);
  const parts: number[] = [];
  const good = connection.dump(request('GET_DEST'), (message) => parts.push(message.type));
  await settle();
  sockets[0]?.receiver.received(Buffer.concat([answer(27, 1), answer(27, 1)]));
  sockets[0]?.receiver.received(answer(3, 1, [0, 0, 0, 0]));
  await good;
  expect(parts).toEqual([27, 27]);
  const bad = connection.dump(request('GET_DEST'), () => undefined);
  const failed = expect(bad).rejects.toThrow('GET_DEST: EINTR');
  await settle();
  sockets[0]?.receiver.received(answer(3, 2, [252, 255, 255, 255]));
  await failed;
});

test('the next exchange waits for the one before it', async () => {
  const { open, sockets } = fakeKernel();
  const connection = new NetlinkConnection(open);
  const first = connection.command(request());
  const second = connection.command(request());
  await settle();
  expect(sockets[0]?.sent).toHaveLength(1);
  sockets[0]?.receiver.received(ack(1));
  await first;
  await settle();
  expect(sockets[0]?.sent).toHaveLength(2);
  sockets[0]?.receiver.received(ack(2));
  await second;
});

test('without an answer in time the socket is given up, and a late answer belongs to nobody', async () => {
  const { open, sockets } = fakeKernel();
  const connection = new NetlinkConnection(open, 100);
  const lost = expect(connection.command(request())).rejects.toMatchObject({ errnoName: 'ETIMEDOUT' });
  await vi.advanceTimersByTimeAsync(100);
  await lost;
  expect(sockets[0]?.closed).toBe(true);
  const next = connection.command(request());
  await settle();
  sockets[1]?.receiver.received(ack(1));
  sockets[1]?.receiver.received(Buffer.concat([answer(27, 2), ack(2)]));
  expect(await next).toHaveLength(1);
});

test.each([
  ['a cut message', () => Buffer.alloc(7), 'EBADMSG'],
  ['an overrun', () => answer(4, 1), 'ENOBUFS'],
])('%s fails the exchange and the socket', async (_, bytes, name) => {
  const { open, sockets } = fakeKernel();
  const lost = expect(new NetlinkConnection(open).command(request())).rejects.toMatchObject({
    command: 'NEW_DEST',
    errnoName: name,
  });
  await settle();
  sockets[0]?.receiver.received(bytes());
  await lost;
  expect(sockets[0]?.closed).toBe(true);
});

test('an error in a part’s reader fails the dump and never reaches the socket', async () => {
  const { open, sockets } = fakeKernel();
  const dump = new NetlinkConnection(open).dump(request('GET_DEST'), () => {
    throw new Error('unreadable');
  });
  const failed = expect(dump).rejects.toThrow('unreadable');
  await settle();
  expect(() => sockets[0]?.receiver.received(answer(27, 1))).not.toThrow();
  await failed;
});
