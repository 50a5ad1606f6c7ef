import { describe, expect, it } from 'vitest';
import { ipv4Together, netmaskAfter } from './netmask.ts';

describe('netmaskAfter', () => {
  it('keeps one client one client when the VIP becomes one of IPv6, and back', () => {
    expect(netmaskAfter('32', 'ipv4', 'ipv6')).toBe('128');
    expect(netmaskAfter('128', 'ipv6', 'ipv4')).toBe('32');
  });
  it('leaves what somebody typed', () => {
    expect(netmaskAfter('24', 'ipv4', 'ipv6')).toBe('24');
    expect(netmaskAfter('32', 'ipv6', 'ipv6')).toBe('32');
    expect(netmaskAfter('', 'ipv4', 'ipv6')).toBe('');
  });
});

describe('ipv4Together', () => {
  it('says the mask as ipvsadm prints it, and how many addresses it puts together', () => {
    expect(ipv4Together('24')).toEqual({ mask: '255.255.255.0', count: 256 });
    expect(ipv4Together('1')).toEqual({ mask: '128.0.0.0', count: 2 ** 31 });
    expect(ipv4Together('20')).toEqual({ mask: '255.255.240.0', count: 4096 });
  });
  it('says nothing of what is no netmask', () => {
    for (const typed of ['', '0', '33', '8.5', 'x']) expect(ipv4Together(typed), typed).toBeNull();
  });
});
