import { connect, type Socket } from 'node:net';
import type { TrafficSettings } from '../../traffic-settings.ts';
import type { Tally } from './tally.ts';

interface Handlers {
  /** Called with the real server's name at each answer. */
  onAnswer: (server: string) => void;
  /** Called once when it's over, well or badly. */
  onEnd: () => void;
}

interface From {
  readonly source: string;
  /** The source port; none takes a free one. */
  readonly port?: number | undefined;
  readonly keepAlive: boolean;
}

/**
 * One client connection that sends requests one at a time. Spoken as bytes on a socket and not through an HTTP client,
 * which costs several times the CPU, and the lab has one.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #tally: Tally;
  readonly #host: string;
  readonly #path: string;
  #sent = performance.now();
  #waiting = true;
  #over = false;

  constructor(settings: TrafficSettings, from: From, tally: Tally, handlers: Handlers) {
    const { keepAlive, source, port } = from;
    this.#tally = tally;
    this.#host = settings.target.host;
    this.#path = settings.path;
    const local = { localAddress: source, ...(port === undefined ? {} : { localPort: port }) };
    this.#socket = connect({ ...settings.target, ...local, noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.setTimeout(settings.timeoutMs, () => {
      if (this.#waiting) this.#fail('TIMEOUT');
    });
    let first = true;
    let text = '';
    this.#socket.on('connect', () => this.request(keepAlive));
    this.#socket.on('data', (chunk: string) => {
      text += chunk;
      const server = /\r\n\r\n(\w+)\n/.exec(text)?.[1];
      if (!server) return;
      text = '';
      this.#waiting = false;
      if (first) tally.connected(server);
      first = false;
      tally.answered(server, performance.now() - this.#sent);
      handlers.onAnswer(server);
    });
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#fail(error.code ?? error.message));
    this.#socket.on('end', () => {
      // A server that ends a connection while a request is out has failed it.
      if (this.#waiting || keepAlive) this.#fail('CLOSED');
    });
    this.#socket.on('close', () => handlers.onEnd());
  }

  request(keepAlive: boolean): void {
    this.#sent = performance.now();
    this.#waiting = true;
    const header = keepAlive ? 'keep-alive' : 'close';
    this.#socket.write(`GET ${this.#path} HTTP/1.1\r\nHost: ${this.#host}\r\nConnection: ${header}\r\n\r\n`);
  }

  /** Ends the connection from the client's side: no failure. */
  end(): void {
    this.#over = true;
    this.#socket.end();
  }

  #fail(kind: string): void {
    if (!this.#over) this.#tally.failed(kind);
    this.#over = true;
    this.#socket.destroy();
  }
}
