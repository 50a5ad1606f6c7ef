import { expect, test } from 'vitest';
import { ByteWriter } from './byte-writer.ts';

const written = (write: (writer: ByteWriter) => void): string => {
  const writer = new ByteWriter();
  write(writer);
  return writer.bytes().toString('hex');
};

test('integers stand in host order, ports in network order, all padded to four bytes', () => {
  expect(written((w) => w.u8(13, 1))).toBe('05000d0001000000');
  expect(written((w) => w.u16(1, 0x0102))).toBe('0600010002010000');
  expect(written((w) => w.be16(4, 0x0102))).toBe('0600040001020000');
  expect(written((w) => w.u32(5, 0xfffffffe))).toBe('08000500feffffff');
});

test('a text ends in NUL, and its length counts it', () => {
  expect(written((w) => w.text(6, 'wrr'))).toBe('0800060077727200');
  expect(written((w) => w.text(6, 'wlc1'))).toBe('09000600776c633100000000');
});

test('bytes are filled up with zeros to the length that the kernel asks for', () => {
  expect(written((w) => w.binary(3, Uint8Array.of(10, 0, 0, 4), 8))).toBe('0c0003000a00000400000000');
});

test('a nest has the length of what is in it', () => {
  const nest = written((w) => w.nest(1, () => w.nest(2, () => w.u32(1, 7))));
  expect(nest).toBe('100001000c0002000800010007000000');
});

test('it grows without losing what was written', () => {
  const writer = new ByteWriter();
  for (let value = 0; value < 1000; value++) writer.u32(1, value);
  const bytes = writer.bytes();
  expect(bytes.length).toBe(8000);
  expect(bytes.readUInt32LE(4)).toBe(0);
  expect(bytes.readUInt32LE(7996)).toBe(999);
});

test('what is written after clearing is padded with zeros again', () => {
  const writer = new ByteWriter();
  writer.u32(1, 0xffffffff);
  writer.be32(1, 0xffffff00);
  expect(writer.bytes().toString('hex')).toBe('08000100ffffffff08000100ffffff00');
  writer.clear();
  writer.u8(1, 1);
  expect(writer.bytes().toString('hex')).toBe('0500010001000000');
});
