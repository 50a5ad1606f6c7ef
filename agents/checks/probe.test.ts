import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkSchema } from '../../domain/checks/check.ts';
import type { Address } from '../../domain/lvs/address.ts';
import { probe } from './probe.ts';

const loopback = '127.0.0.1' as Address;
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createHttp>).closeAllConnections();
    server.close();
  }
});

async function listening<S extends Server>(server: S): Promise<number> {
  servers.push(server.listen(0, loopback));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const page = (answer: RequestListener) => listening(createHttp(answer));

const probed = (port: number, check: object) => probe({ address: loopback, port, check: checkSchema.parse(check) });

test('tcp: what listens passes, what doesn’t is refused', async () => {
  const port = await listening(createTcp());
  expect(await probed(port, { kind: 'tcp' })).toEqual({ passed: true, outcome: { what: 'connected' } });
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await probed(port, { kind: 'tcp' })).toEqual({ passed: false, outcome: { what: 'refused' } });
});

test('http: status, path, host and user agent', async () => {
  const asked: IncomingMessage[] = [];
  const port = await page((request, answer) => {
    asked.push(request);
    answer.writeHead(request.url === '/health?full' ? 204 : 503).end();
  });
  const check = { kind: 'http', path: '/health?full', host: 'shop.example' };
  expect(await probed(port, check)).toEqual({ passed: true, outcome: { what: 'status', status: 204 } });
  expect(asked[0]?.headers).toMatchObject({ host: 'shop.example', 'user-agent': 'Shoal check', connection: 'close' });
  const failed = { passed: false, outcome: { what: 'status', status: 503 } };
  expect(await probed(port, { kind: 'http' })).toEqual(failed);
  expect(asked[1]?.headers.host).toBe(`127.0.0.1:${port}`);
  expect(await probed(port, { kind: 'http', status: [503, 503] })).toMatchObject({ passed: true });
});

test('http: a text that comes in parts is found, one that doesn’t come isn’t, nor one behind 64 KiB', async () => {
  const port = await page((request, answer) => {
    if (request.url === '/far') answer.write('x'.repeat(65_536));
    answer.write('database: o');
    setImmediate(() => answer.end('k'));
  });
  const check = { kind: 'http', body: 'database: ok' };
  expect(await probed(port, check)).toEqual({ passed: true, outcome: { what: 'status', status: 200 } });
  const missing = { passed: false, outcome: { what: 'text-missing', status: 200 } };
  expect(await probed(port, { ...check, body: 'database: down' })).toEqual(missing);
  expect(await probed(port, { ...check, path: '/far' })).toEqual(missing);
});

test('what never answers ends at the timeout, what hangs up or speaks something else is told so', async () => {
  const silent = await listening(createTcp());
  const timeout = { passed: false, outcome: { what: 'timeout', seconds: 1 } };
  expect(await probed(silent, { kind: 'http', timeout: 1 })).toEqual(timeout);
  const drip = await page((_, answer) => void answer.write('a'));
  expect(await probed(drip, { kind: 'http', timeout: 1, body: 'b' })).toEqual(timeout);
  const hangsUp = await listening(createTcp((socket) => socket.once('data', () => socket.destroy())));
  expect(await probed(hangsUp, { kind: 'http' })).toMatchObject({ passed: false, outcome: { what: 'closed' } });
  const other = await listening(createTcp((socket) => socket.end('SSH-2.0-OpenSSH\r\n')));
  expect(await probed(other, { kind: 'http' })).toEqual({
    passed: false,
    outcome: { what: 'error', text: 'not HTTP' },
  });
  expect(await probed(other, { kind: 'https' })).toMatchObject({ passed: false, outcome: { what: 'tls' } });
});
