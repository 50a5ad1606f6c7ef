import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseServiceKey, parseServiceKeySlug, serviceKeySlug, serviceKeyText } from './service-key.ts';
import { serviceKey } from './table.arbitrary.ts';

it('writes keys as ipvsadm names services', () => {
  const key = parseServiceKey('tcp 10.0.0.4:80');
  expect(key.ok && serviceKeyText(key.value)).toBe('TCP 10.0.0.4:80');
  const ipv6 = parseServiceKey('UDP [FD00:0::1]:53');
  expect(ipv6.ok && serviceKeyText(ipv6.value)).toBe('UDP [fd00::1]:53');
  const mark = parseServiceKey('FWM 1 IPv6');
  expect(mark.ok && mark.value).toEqual({ kind: 'fwmark', fwmark: 1, family: 'ipv6' });
});

it.each([
  '',
  'TCP 10.0.0.4',
  'ICMP 10.0.0.4:80',
  'TCP 10.0.0.4:65536',
  'TCP fd00::1:80',
  'FWM 0',
  'FWM 4294967296',
  'FWM x',
])('refuses “%s”', (text) => {
  expect(parseServiceKey(text).ok).toBe(false);
});

it('reads back each key from its text and from its URL segment', () => {
  fc.assert(
    fc.property(serviceKey, (key) => {
      expect(parseServiceKey(serviceKeyText(key))).toEqual({ ok: true, value: key });
      const slug = serviceKeySlug(key);
      expect(encodeURIComponent(slug)).toBe(slug);
      expect(parseServiceKeySlug(slug)).toEqual({ ok: true, value: key });
    }),
  );
});
