import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { counted, datagramBytes, syslogMessage } from '../../domain/audit/syslog-message.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Deliver, deliverWithin } from './delivery.ts';

interface Receiver {
  readonly transport: 'tcp' | 'udp';
  readonly host: string;
  readonly port: number;
}

/**
 * Sends rows as messages of RFC 5424: over TCP with their lengths before them, over UDP one in a datagram.
 *
 * Syslog has no answer. Over TCP rows count as delivered when the receiver took the whole connection to its end; what
 * is lost behind that, or of a datagram, nobody can tell.
 */
export function toSyslog({ transport, host, port }: Receiver, ownHost: string): Deliver {
  return (rows) => {
    if (transport === 'udp') {
      const messages = rows.map((row) => syslogMessage(row, ownHost, datagramBytes));
      return sendDatagrams(messages, host, port);
    }
    return sendStream(rows.map((row) => counted(syslogMessage(row, ownHost))).join(''), host, port);
  };
}

function sendStream(text: string, host: string, port: number): Promise<Result<void>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let problem: string | null = null;
    const timer = setTimeout(() => socket.destroy(new Error('it did not take the rows in time')), deliverWithin);
    socket.on('error', (error) => {
      problem = error.message || ((error as NodeJS.ErrnoException).code ?? 'no connection');
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(problem === null ? ok(undefined) : refused(problem));
    });
    // Whatever it answers must be read, or its end isn't seen.
    socket.resume();
    socket.on('connect', () => socket.end(text));
  });
}

async function sendDatagrams(messages: readonly string[], host: string, port: number): Promise<Result<void>> {
  const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' });
  try {
    for (const message of messages)
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.send(message, port, host, (error) => (error ? reject(error) : resolve()));
      });
    return ok(undefined);
  } catch (error) {
    return refused((error as Error).message);
  } finally {
    socket.close();
  }
}
