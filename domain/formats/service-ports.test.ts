import { expect, it } from 'vitest';
import { portOf } from './service-ports.ts';

it('reads numbers and names', () => {
  expect(portOf('0')).toBe(0);
  expect(portOf('65535')).toBe(65535);
  expect(portOf('http')).toBe(80);
  expect(portOf('HTTPS')).toBe(443);
  expect(portOf('mail')).toBe(25);
  expect(portOf('memcached')).toBe(11211);
});

it.each(['65536', '-1', '80x', '', ' ', 'http-alt', 'no-such-service', '1e3'])('doesn’t know “%s”', (text) => {
  expect(portOf(text)).toBeUndefined();
});
