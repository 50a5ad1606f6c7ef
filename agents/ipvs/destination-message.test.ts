import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Address } from '../../domain/lvs/address.ts';
import type { Destination } from '../../domain/lvs/table.ts';
import { ByteWriter } from '../netlink/byte-writer.ts';
import { readAttributes } from '../netlink/read-attributes.ts';
import { anyDestination } from './any-table.ts';
import { writeDestination, writeDestinationKey } from './destination-message.ts';
import { readDestination } from './read-destination.ts';

const server: Destination = {
  address: '10.0.0.21' as Address,
  port: 80,
  forwarding: 'direct-routing',
  weight: 3,
  upperThreshold: 0,
  lowerThreshold: 0,
  tunnel: null,
};

const bytesOf = (write: (writer: ByteWriter) => void): Buffer => {
  const writer = new ByteWriter();
  write(writer);
  return Buffer.from(writer.bytes());
};
const spaced = (bytes: Buffer): string => bytes.toString('hex').replaceAll(/.{8}(?!$)/g, '$& ');

function read(bytes: Buffer, serviceFamily: 'ipv4' | 'ipv6' = 'ipv4') {
  let destination: ReturnType<typeof readDestination> | undefined;
  readAttributes(bytes, 0, bytes.length, (_, at, length) => {
    destination = readDestination(bytes, at, at + length, serviceFamily);
  });
  if (!destination) throw new Error('no destination was read');
  return destination;
}

test('a destination is named by address, port and family', () => {
  expect(spaced(bytesOf((w) => writeDestinationKey(w, server)))).toBe(
    '28000200 14000100 0a000015 00000000 00000000 00000000 06000200 00500000 06000b00 02000000',
  );
});

test('a destination has its method, weight and thresholds', () => {
  const bytes = bytesOf((w) => writeDestination(w, { ...server, upperThreshold: 100, lowerThreshold: 50 }));
  expect(spaced(bytes)).toBe(
    '48000200 14000100 0a000015 00000000 00000000 00000000 06000200 00500000 06000b00 02000000 ' +
      '08000300 03000000 08000400 03000000 08000500 64000000 08000600 32000000',
  );
});

test('GUE has its port in network order, and remote checksum offload as flag 2', () => {
  const tunnel = { type: 'gue', port: 6080, checksum: 'remcsum' } as const;
  const bytes = spaced(bytesOf((w) => writeDestination(w, { ...server, forwarding: 'tunneling', tunnel })));
  expect(bytes).toContain('05000d00 01000000 06000e00 17c00000 06000f00 02000000');
});

test('IPIP is what the kernel does when no type is named', () => {
  const bytes = bytesOf((w) => writeDestination(w, { ...server, forwarding: 'tunneling', tunnel: { type: 'ipip' } }));
  expect(bytes.toString('hex')).not.toContain('05000d00');
  expect(read(bytes).tunnel).toEqual({ type: 'ipip' });
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(anyDestination, (destination) => {
      const { activeConn, inactConn, persistConn, counters, ...back } = read(
        bytesOf((w) => writeDestination(w, destination)),
      );
      expect(back).toEqual(destination);
      expect([activeConn, inactConn, persistConn, counters.conns]).toEqual([0, 0, 0, 0]);
    }),
  );
});

test('gauges and counters are read, the 64-bit ones before the others', () => {
  const bytes = bytesOf((w) =>
    w.nest(2, () => {
      w.binary(1, Uint8Array.of(10, 0, 0, 21), 16);
      w.be16(2, 80);
      w.u32(3, 3);
      w.u32(4, 1);
      w.u32(7, 18);
      w.u32(8, 12_758);
      w.u32(9, 4);
      w.nest(10, () => w.u32(1, 1));
      w.nest(12, () => w.binary(4, Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0)));
    }),
  );
  const destination = read(bytes);
  expect(destination).toMatchObject({ address: '10.0.0.21', activeConn: 18, inactConn: 12_758, persistConn: 4 });
  expect(destination.counters).toMatchObject({ conns: 0, inBytes: 2 * 2 ** 32 + 1 });
});

test('without a family of its own a destination has the service’s', () => {
  const bytes = bytesOf((w) =>
    w.nest(2, () => {
      w.binary(1, Uint8Array.of(0xfd), 16);
      w.be16(2, 80);
      w.u32(3, 3);
      w.u32(4, 1);
    }),
  );
  expect(read(bytes, 'ipv6').address).toBe('fd00::');
});

test('a missing or short attribute is named', () => {
  expect(() => read(bytesOf((w) => w.nest(2, () => w.be16(2, 80))))).toThrow('DEST ADDR is missing');
  expect(() => read(bytesOf((w) => w.nest(2, () => w.binary(1, new Uint8Array(4)))))).toThrow(
    'DEST ADDR has 4 bytes where 16 are needed',
  );
  const withoutWeight = bytesOf((w) =>
    w.nest(2, () => {
      w.binary(1, new Uint8Array(16));
      w.be16(2, 80);
      w.u32(3, 3);
    }),
  );
  expect(() => read(withoutWeight)).toThrow('DEST WEIGHT is missing');
});
