import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Address } from '../../domain/lvs/address.ts';
import { ByteWriter } from '../netlink/byte-writer.ts';
import { readAttributes } from '../netlink/read-attributes.ts';
import { anyDaemon } from './any-table.ts';
import { readDaemon, type SyncDaemonConfig, writeDaemon, writeDaemonState } from './sync-daemon.ts';

const bytesOf = (write: (writer: ByteWriter) => void): Buffer => {
  const writer = new ByteWriter();
  write(writer);
  return Buffer.from(writer.bytes());
};
const spaced = (bytes: Buffer): string => bytes.toString('hex').replaceAll(/.{8}(?!$)/g, '$& ');

function read(bytes: Buffer): SyncDaemonConfig {
  let daemon: SyncDaemonConfig | undefined;
  readAttributes(bytes, 0, bytes.length, (_, at, length) => {
    daemon = readDaemon(bytes, at, at + length);
  });
  if (!daemon) throw new Error('no daemon was read');
  return daemon;
}

test('a daemon has its port in host order, unlike a service', () => {
  const daemon: SyncDaemonConfig = {
    state: 'master',
    interface: 'eth0',
    syncId: 5,
    maximumLength: 1472,
    group: '224.0.0.81' as Address,
    port: 8848,
    ttl: 1,
  };
  expect(spaced(bytesOf((w) => writeDaemon(w, daemon)))).toBe(
    '40000300 08000100 01000000 09000200 65746830 00000000 08000300 05000000 ' +
      '06000400 c0050000 08000500 e0000051 06000700 90220000 05000800 01000000',
  );
});

test('stopping names the state alone', () => {
  expect(spaced(bytesOf((w) => writeDaemonState(w, 'backup')))).toBe('0c000300 08000100 02000000');
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(anyDaemon, (daemon) => {
      expect(read(bytesOf((w) => writeDaemon(w, daemon)))).toEqual(daemon);
    }),
  );
});

test('a short attribute is named', () => {
  expect(() => read(bytesOf((w) => w.nest(3, () => w.u16(1, 1))))).toThrow('DAEMON STATE has 2 bytes');
  expect(() => read(bytesOf((w) => w.nest(3, () => w.u32(1, 1))))).toThrow('DAEMON without its STATE');
});
