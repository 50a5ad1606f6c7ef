import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { refuseUpgrade } from './refuse-upgrade.ts';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer, source: string) => void | Promise<void>;

/** Takes sockets that are not the console's own: Next's in development mode. Null in production. */
export type OtherUpgrades = ((request: IncomingMessage, socket: Duplex, head: Buffer) => void | Promise<void>) | null;

interface Needs {
  readonly log: Logger;
  readonly browsers: Upgrade;
  readonly agents: Upgrade;
  readonly others: OtherUpgrades;
}

/** Sends each request for a socket to whom it is for. */
export function routeUpgrades(server: Server, { log, browsers, agents, others }: Needs): void {
  const route = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const source = request.socket.remoteAddress ?? '';
    const path = new URL(request.url ?? '/', 'http://console').pathname;
    if (path === '/api/ws') await browsers(request, socket, head, source);
    else if (path === '/api/agent') await agents(request, socket, head, source);
    else if (others) await others(request, socket, head);
    else refuseUpgrade(socket, 404);
  };
  server.on('upgrade', (request, socket, head) => {
    // A client that hangs up in the middle of it must not end the process.
    socket.on('error', (error) => log.debug({ err: error }, 'a socket ended while it was taken'));
    route(request, socket, head).catch((error: unknown) => {
      log.error({ err: error, url: request.url }, 'a socket could not be taken');
      refuseUpgrade(socket, 503);
    });
  });
}
