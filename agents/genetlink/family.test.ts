import { expect, test } from 'vitest';
import { splitMessages } from '../netlink/message.ts';
import { NetlinkConnection } from '../netlink/netlink-connection.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import type { OpenNetlinkSocket } from '../netlink/netlink-socket.ts';
import { Family } from './family.ts';

/** A controller that tells these ids, one after the other; null answers ENOENT. */
function controller(ids: (number | null)[]) {
  const asked: string[] = [];
  const open: OpenNetlinkSocket = (receiver) => ({
    mostMessages: 128,
    close: () => undefined,
    send(bytes) {
      const [message] = splitMessages(bytes);
      if (!message) throw new Error('nothing was sent');
      asked.push(bytes.subarray(16).toString('hex'));
      const id = ids.shift() ?? null;
      const answer = Buffer.from('1c000000100000000000000000000000010200000600010000000000', 'hex');
      answer.writeUInt32LE(message.sequence, 8);
      answer.writeUInt16LE(id ?? 0, 24);
      const end = Buffer.alloc(20);
      end.writeUInt32LE(20, 0);
      end.writeUInt16LE(2, 4);
      end.writeUInt32LE(message.sequence, 8);
      end.writeInt32LE(id === null ? -2 : 0, 16);
      queueMicrotask(() => receiver.received(id === null ? end : Buffer.concat([answer, end])));
    },
  });
  return { family: new Family('IPVS', new NetlinkConnection(open)), asked };
}

const gone = new NetlinkError('DEL_DEST', 2);

test('the id is asked for once, by name', async () => {
  const { family, asked } = controller([27]);
  expect([await family.id(), await family.id()]).toEqual([27, 27]);
  expect(asked).toEqual(['03010000090002004950565300000000']);
});

test('a kernel without the family answers ENOENT, and is asked again next time', async () => {
  const { family } = controller([null, 30]);
  await expect(family.id()).rejects.toMatchObject({ command: 'GETFAMILY', errnoName: 'ENOENT' });
  expect(await family.id()).toBe(30);
});

test('ENOENT from a stale id is tried again with the new one', async () => {
  const { family } = controller([27, 31]);
  const used: number[] = [];
  const run = (id: number) => {
    used.push(id);
    return id === 27 ? Promise.reject(gone) : Promise.resolve('done');
  };
  expect(await family.withId(run)).toBe('done');
  expect(used).toEqual([27, 31]);
});

test('ENOENT while the id stands is the command’s own', async () => {
  const { family } = controller([27, 27]);
  await expect(family.withId(() => Promise.reject(gone))).rejects.toBe(gone);
});

test('an outcome can tell of a stale id too', async () => {
  const { family } = controller([27, 31]);
  const outcome = await family.withId(
    (id) => Promise.resolve(id),
    (id) => id === 27,
  );
  expect(outcome).toBe(31);
});
