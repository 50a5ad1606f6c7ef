import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import superjson from 'superjson';
import { WebSocket } from 'ws';
import type { AppRouter } from '../router.ts';

export interface SignIn {
  readonly status: number;
  /** The cookies as a browser sends them back. */
  readonly cookie: string;
  readonly body: Record<string, unknown>;
}

/** Signs in as a browser does. */
export async function signIn(url: string, username: string, password: string): Promise<SignIn> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const text = await response.text();
  return { status: response.status, cookie, body: text.startsWith('{') ? JSON.parse(text) : { text } };
}

/** A socket of a page of the console, signed in by this cookie. */
export function openSocket(url: string, cookie: string) {
  class Browser extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: url } });
    }
  }
  const client = createWSClient({
    url: `${url.replace('http', 'ws')}/api/ws`,
    WebSocket: Browser as unknown as typeof globalThis.WebSocket,
    retryDelayMs: () => 100_000,
  });
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client, transformer: superjson })] });
  return { client, trpc };
}

/** What an attempt to open a socket is answered: `open`, or the status of the refusal. */
export function attempt(url: string, path: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(String(response.statusCode));
    });
    socket.on('error', (error) => resolve(error.message));
  });
}
