import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import type { Auth } from '../access/auth.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { appRouter } from '../router.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { logFailure } from '../trpc/log-failure.ts';
import { socketEncoder } from '../trpc/socket-encoder.ts';
import { headersOf } from './fetch-bridge.ts';
import { isOwnOrigin } from './own-origin.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { socketOptions } from './socket-options.ts';

/** Bytes of one message of a browser: it only says what it follows. */
const messageLimit = 256 * 1024;

/** Takes sockets of signed-in browsers, from the console's own pages. */
export function browserUpgrade(parts: ConsoleParts, auth: Auth, publicUrl: string | null) {
  const server = new WebSocketServer({ ...socketOptions, maxPayload: messageLimit });
  const upgraded = new WeakMap<IncomingMessage, { readonly person: SignedIn; readonly source: string }>();
  applyWSSHandler({
    wss: server,
    router: appRouter,
    experimental_encoder: socketEncoder,
    keepAlive: { enabled: true, pingMs: 3000, pongWaitMs: 2500 },
    createContext: ({ req, res }) => {
      const { person, source } = upgraded.get(req) ?? { person: null, source: '' };
      return { parts, person, source, follower: { backlog: () => res.bufferedAmount, following: 0 } };
    },
    onError: ({ error, path }) => logFailure(parts, error, path),
  });
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer, source: string): Promise<void> => {
    if (!isOwnOrigin(request.headers, publicUrl)) return refuseUpgrade(socket, 403);
    const person = await auth.signedIn(headersOf(request));
    if (!person) return refuseUpgrade(socket, 401);
    upgraded.set(request, { person, source });
    server.handleUpgrade(request, socket, head, (client) => {
      parts.sockets.add(client, person);
      server.emit('connection', client, request);
    });
  };
  return { server, upgrade };
}
