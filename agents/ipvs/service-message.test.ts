import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Address } from '../../domain/lvs/address.ts';
import { familyOfService, type ServiceKey } from '../../domain/lvs/service-key.ts';
import type { ServiceConfig } from '../../domain/lvs/table.ts';
import { ByteWriter } from '../netlink/byte-writer.ts';
import { readAttributes } from '../netlink/read-attributes.ts';
import { anyServiceConfig, anyServiceKey } from './any-table.ts';
import { readService } from './read-service.ts';
import { writeService, writeServiceKey } from './service-message.ts';

const plain: ServiceConfig = {
  scheduler: 'wrr',
  schedulerFlags: [],
  onePacket: false,
  persistence: null,
  persistenceEngine: null,
};
const http: ServiceKey = { kind: 'address', protocol: 'TCP', address: '10.0.0.4' as Address, port: 80 };

const bytesOf = (write: (writer: ByteWriter) => void): Buffer => {
  const writer = new ByteWriter();
  write(writer);
  return Buffer.from(writer.bytes());
};
const spaced = (bytes: Buffer): string => bytes.toString('hex').replaceAll(/.{8}(?!$)/g, '$& ');

function read(bytes: Buffer) {
  let service: ReturnType<typeof readService> | undefined;
  readAttributes(bytes, 0, bytes.length, (_, at, length) => {
    service = readService(bytes, at, at + length);
  });
  if (!service) throw new Error('no service was read');
  return service;
}

test('a service by address is named by family, protocol, address and port', () => {
  expect(spaced(bytesOf((w) => writeServiceKey(w, http)))).toBe(
    '30000100 06000100 02000000 06000200 06000000 14000300 0a000004 00000000 00000000 00000000 06000400 00500000',
  );
});

test('a service by fwmark is named by family and mark', () => {
  expect(spaced(bytesOf((w) => writeServiceKey(w, { kind: 'fwmark', fwmark: 7, family: 'ipv6' })))).toBe(
    '14000100 06000100 0a000000 08000500 07000000',
  );
});

test('a service has its scheduler, flags with mask, timeout and netmask in one nest', () => {
  const config: ServiceConfig = { ...plain, persistence: { timeout: 300, netmask: 24 } };
  const bytes = spaced(bytesOf((w) => writeService(w, http, config)));
  expect(bytes).toBe(
    '54000100 06000100 02000000 06000200 06000000 14000300 0a000004 00000000 00000000 00000000 06000400 00500000 ' +
      '08000600 77727200 0c000700 01000000 ffffffff 08000800 2c010000 08000900 ffffff00',
  );
});

test('an IPv6 service has a prefix length where an IPv4 one has a mask', () => {
  const key: ServiceKey = { kind: 'fwmark', fwmark: 1, family: 'ipv6' };
  const bytes = spaced(bytesOf((w) => writeService(w, key, { ...plain, persistence: { timeout: 60, netmask: 64 } })));
  expect(bytes).toContain('08000900 40000000');
  expect(spaced(bytesOf((w) => writeService(w, key, plain)))).toContain('08000900 80000000');
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(
      anyServiceKey.chain((key) => fc.tuple(fc.constant(key), anyServiceConfig(familyOfService(key)))),
      ([key, config]) => {
        const { counters, ...service } = read(bytesOf((w) => writeService(w, key, config)));
        expect(service).toEqual({ key, ...config });
        expect(counters.conns).toBe(0);
      },
    ),
  );
});

test('the 64-bit counters are taken before the 32-bit ones', () => {
  const bytes = bytesOf((w) =>
    w.nest(1, () => {
      w.u16(1, 2);
      w.u32(5, 9);
      w.text(6, 'rr');
      w.nest(10, () => w.u32(1, 1));
      w.nest(12, () => w.binary(1, Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0)));
    }),
  );
  expect(read(bytes).counters.conns).toBe(2 ** 32);
});

test('an attribute of a later kernel is passed over', () => {
  const bytes = bytesOf((w) =>
    w.nest(1, () => {
      w.u16(1, 2);
      w.u32(5, 9);
      w.text(6, 'rr');
      w.u32(99, 1);
    }),
  );
  expect(read(bytes).key).toEqual({ kind: 'fwmark', fwmark: 9, family: 'ipv4' });
});

test('a missing or short attribute is named', () => {
  expect(() => read(bytesOf((w) => w.nest(1, () => w.u32(5, 9))))).toThrow('SERVICE AF is missing');
  expect(() => read(bytesOf((w) => w.nest(1, () => w.u8(1, 2))))).toThrow('SERVICE AF has 1 bytes where 2 are needed');
  const withoutPort = bytesOf((w) =>
    w.nest(1, () => {
      w.u16(1, 2);
      w.u16(2, 6);
      w.binary(3, new Uint8Array(16));
    }),
  );
  expect(() => read(withoutPort)).toThrow('SERVICE PORT is missing');
});
