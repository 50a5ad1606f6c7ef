import { describe, expect, test } from 'vitest';
import { settingsOf } from './settings.ts';

test('without any variable it listens on this machine alone', () => {
  expect(settingsOf({})).toEqual({
    ok: true,
    value: { host: '127.0.0.1', port: 3000, dataDirectory: './data', publicUrl: null },
  });
});

test.each([
  ['8080', { host: '127.0.0.1', port: 8080 }],
  ['10.0.0.9:80', { host: '10.0.0.9', port: 80 }],
  ['[fd00::1]:3000', { host: 'fd00::1', port: 3000 }],
  ['shoal.example.org:0', { host: 'shoal.example.org', port: 0 }],
])('SHOAL_LISTEN=%s', (SHOAL_LISTEN, expected) => {
  expect(settingsOf({ SHOAL_LISTEN })).toMatchObject({ ok: true, value: expected });
});

test('the public address loses its slash', () => {
  expect(settingsOf({ SHOAL_URL: 'https://shoal.example.org/' })).toMatchObject({
    value: { publicUrl: 'https://shoal.example.org' },
  });
});

describe('each wrong variable is named', () => {
  test.each([
    [{ SHOAL_LISTEN: '127.0.0.1:99999' }, 'SHOAL_LISTEN'],
    [{ SHOAL_LISTEN: 'fd00::1:3000' }, 'SHOAL_LISTEN'],
    [{ SHOAL_LISTEN: '' }, 'SHOAL_LISTEN'],
    [{ SHOAL_URL: 'shoal.example.org' }, 'SHOAL_URL'],
    [{ SHOAL_URL: 'ftp://shoal.example.org' }, 'SHOAL_URL'],
    [{ SHOAL_URL: 'https://shoal.example.org/console' }, 'SHOAL_URL'],
    [{ SHOAL_URL: 'https://me@shoal.example.org' }, 'SHOAL_URL'],
    [{ SHOAL_LISTEN: '0.0.0.0:3000' }, 'SHOAL_URL'],
    [{ SHOAL_LISTEN: '[::]:3000' }, 'SHOAL_URL'],
    [{ SHOAL_DATA: ' ' }, 'SHOAL_DATA'],
  ])('%o', (environment, variable) => {
    const settings = settingsOf(environment);
    expect(settings.ok).toBe(false);
    expect(settings.ok ? '' : settings.reason).toMatch(new RegExp(`^${variable} `));
  });
});
