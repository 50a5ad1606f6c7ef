import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ConsoleParts } from '../console-parts.ts';
import { AgentConnection } from '../directors/agent-connection.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { socketOptions } from './socket-options.ts';

/** Bytes of one message of an agent: a table of 5,000 services with 10 destinations each is about 12 MB. */
const messageLimit = 32 * 1024 * 1024;
/** Connections that haven't proved who they are. */
const unprovenLimit = 100;

/** Takes connections of agents, which prove themselves by their keys after that. */
export function agentUpgrade(parts: ConsoleParts) {
  const server = new WebSocketServer({ ...socketOptions, maxPayload: messageLimit });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer, source: string): void => {
    if (server.clients.size - parts.links.count >= unprovenLimit) refuseUpgrade(socket, 503);
    else server.handleUpgrade(request, socket, head, (client) => new AgentConnection(parts, client, source));
  };
  return { server, upgrade };
}
