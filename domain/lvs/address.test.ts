import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressBytes,
  addressFromBytes,
  compareAddresses,
  isLinkLocalIpv6,
  isUnicast,
  parseAddress,
} from './address.ts';
import { address } from './table.arbitrary.ts';

const parsed = (text: string) => {
  const result = parseAddress(text);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe('parseAddress', () => {
  it.each([
    ['10.0.0.4', '10.0.0.4'],
    ['FD00::1', 'fd00::1'],
    ['fd00:0:0:0:0:0:0:1', 'fd00::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::', '::'],
    ['1::', '1::'],
    ['::ffff:10.0.0.4', '::ffff:10.0.0.4'],
    ['::ffff:a00:4', '::ffff:10.0.0.4'],
    ['0:0:0:0:0:0:a00:4', '::10.0.0.4'],
    ['::1', '::1'],
    ['64:ff9b::10.0.0.4', '64:ff9b::a00:4'],
  ])('reads %s as %s', (text, canonical) => {
    expect(parsed(text)).toBe(canonical);
  });

  it.each([
    '',
    '10.1',
    '10.0.0.256',
    '010.0.0.1',
    '10.0.0.4.5',
    '10.0.0.4 ',
    '10..0.4',
    '.10.0.4',
    '10.0.0.',
    '10.0.0.00',
    '1o.0.0.4',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    ':1::2',
    '1:2:3:4:5:6:7:',
    'fe80::1%eth0',
    '::10.0.0.4:1',
    '10.0.0.4::',
    'g::1',
    '12345::',
  ])('refuses “%s”', (text) => {
    expect(parseAddress(text).ok).toBe(false);
  });

  it('gives back what bytes were printed', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(parsed(text)).toBe(text);
        expect(addressFromBytes(addressBytes(text))).toBe(text);
      }),
    );
  });
});

it('knows what can’t be a destination', () => {
  for (const text of ['0.0.0.0', '::', '224.0.0.1', '255.255.255.255', 'ff02::1', '0.1.2.3'])
    expect(isUnicast(parsed(text)), text).toBe(false);
  for (const text of ['10.0.0.1', 'fd00::1', '127.0.0.1']) expect(isUnicast(parsed(text)), text).toBe(true);
  expect(isLinkLocalIpv6(parsed('fe80::1'))).toBe(true);
  expect(isLinkLocalIpv6(parsed('fec0::1'))).toBe(false);
  expect(isLinkLocalIpv6(parsed('169.254.0.1'))).toBe(false);
});

it('sorts addresses by number, IPv4 first', () => {
  const sorted = ['10.0.0.100', '10.0.0.21', 'fd00::1', '9.0.0.1'].map(parsed).sort(compareAddresses);
  expect(sorted).toEqual(['9.0.0.1', '10.0.0.21', '10.0.0.100', 'fd00::1']);
});
