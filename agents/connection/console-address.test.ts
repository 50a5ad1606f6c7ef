import { expect, test } from 'vitest';
import { agentSocketUrl } from './console-address.ts';

test.each([
  ['http://10.254.0.1:3000', 'ws://10.254.0.1:3000/api/agent'],
  ['https://shoal.example', 'wss://shoal.example/api/agent'],
  ['https://shoal.example/lvs/?x#y', 'wss://shoal.example/lvs/api/agent'],
  ['http://[fd00::1]:80', 'ws://[fd00::1]/api/agent'],
])('%s', (console, socket) => {
  expect(agentSocketUrl(console)).toEqual({ ok: true, value: socket });
});

test.each(['shoal.example', 'ftp://shoal.example', ''])('“%s” is no console', (text) => {
  expect(agentSocketUrl(text).ok).toBe(false);
});
