import type { RawData, WebSocket } from 'ws';
import { type ConsoleMessage, wireVersion } from '../../domain/wire/messages.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { Turns } from '../db/turns.ts';
import type { Place } from '../live/fleet.ts';
import type { ClosableLink } from './agent-links.ts';
import { enrol, rejected } from './enrol.ts';
import { recogniseAndGreet } from './greet.ts';
import { recordDisconnection } from './hello.ts';
import { keepAlive } from './keep-alive.ts';
import { type Read, readMessage } from './read-message.ts';
import { recordRefused } from './record-refused.ts';
import { takeMessage } from './take-message.ts';

/** Milliseconds in which a connection must have proved who it is. */
const helloWithin = 10_000;
/** Bytes that a message may have before that. */
const unprovenBytes = 64 * 1024;

type Message = Extract<Read, { ok: true }>['message'];

/**
 * One connection of an agent, from the challenge to its end.
 *
 * Messages are taken one after the other; while one is being taken the socket is not read, so that a fast agent waits
 * and the console's memory stays as it is.
 */
export class AgentConnection implements ClosableLink {
  readonly #parts: ConsoleParts;
  readonly #socket: WebSocket;
  readonly #source: string;
  readonly #nonce: string;
  readonly #deadline: NodeJS.Timeout;
  readonly #turns = new Turns();
  #waiting = 0;
  /** Resolves when the connection is closed and its end is written. */
  readonly finished: Promise<void>;
  #place: Place | null = null;
  #tableNumber: number | null = null;
  #capabilities: ReadonlySet<string> = new Set();
  #why = 'the agent closed the connection';

  constructor(parts: ConsoleParts, socket: WebSocket, source: string) {
    this.#parts = parts;
    this.#socket = socket;
    this.#source = source;
    this.#nonce = parts.randomBytes(32).toString('base64');
    this.#deadline = setTimeout(() => this.close('the agent did not say who it is'), helloWithin);
    keepAlive(socket, () => {
      this.#why = 'the connection was silent';
    });
    socket.on('message', (data: RawData) => this.#queue(data));
    socket.on('error', (error) => {
      this.#why = error.message;
    });
    this.finished = new Promise((resolve) => {
      socket.on('close', () => resolve(this.#turns.run(() => this.#ended())));
    });
    this.send({ type: 'challenge', wireVersion, nonce: this.#nonce, consoleKey: parts.key.publicKey });
  }

  send(message: ConsoleMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  backlog(): number {
    return this.#socket.bufferedAmount;
  }

  can(capability: string): boolean {
    return this.#capabilities.has(capability);
  }

  close(why: string): void {
    this.#why = why;
    // A close frame carries 123 bytes at most.
    this.#socket.close(1008, Buffer.from(why).subarray(0, 120).toString());
  }

  #queue(data: RawData): void {
    this.#waiting += 1;
    this.#socket.pause();
    void this.#turns.run(() => this.#receive(data));
  }

  async #receive(data: RawData): Promise<void> {
    try {
      const text = textOf(data);
      const tooLarge = this.#place === null && text.length > unprovenBytes;
      const read: Read = tooLarge
        ? { ok: false, why: rejected('malformed', 'The first message is too large.') }
        : readMessage(text);
      if (read.ok) await this.#take(read.message);
      else this.#reject(read.why);
    } catch (error) {
      this.#parts.log.error({ err: error, director: this.#place?.director.name }, 'a message could not be taken');
      this.close('the console failed; its log says why');
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#socket.resume();
    }
  }

  async #take(message: Message): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#place === null) return this.#prove(message);
    if (message.type === 'hello' || message.type === 'enrol')
      return this.#reject(rejected('malformed', `${message.type} came after the connection was greeted.`));
    if (message.type === 'table') this.#tableNumber = message.tableNumber;
    const taken = await takeMessage(this.#parts, this.#place, message, this.#tableNumber, this.#source);
    if (!taken.ok) this.#reject(rejected('malformed', taken.reason));
  }

  async #prove(message: Message): Promise<void> {
    const { limit } = this.#parts.links;
    if (limit.waitFor(this.#source, this.#parts.now()) > 0)
      return this.close('too many refusals; try again in a minute');
    if (message.type === 'enrol') {
      const enrolment = await enrol(this.#parts, message, this.#source);
      if (!enrolment.ok) return this.#reject(enrolment.why);
      return this.send({ type: 'enrolled', director: enrolment.director, consoleKey: this.#parts.key.publicKey });
    }
    if (message.type !== 'hello')
      return this.#reject(rejected('malformed', 'The first message must be hello or enrol.'));
    this.#capabilities = new Set(message.capabilities);
    const greeting = await recogniseAndGreet(this.#parts, this, message, this.#nonce, this.#source);
    if (!greeting.ok) {
      await recordRefused(this.#parts, message, greeting.why, this.#source);
      return this.#reject(greeting.why);
    }
    this.#place = greeting.place;
    clearTimeout(this.#deadline);
  }

  /** Says why and hangs up; people see it at the director, the log tells the rest. */
  #reject(why: ReturnType<typeof rejected>): void {
    const { log, links, now, hub } = this.#parts;
    log.warn({ director: this.#place?.director.name, source: this.#source, code: why.code }, why.detail);
    if (this.#place) this.#place.director.linkTrouble = `The console closed the link: ${why.detail}`;
    else links.limit.failed(this.#source, now());
    hub.touch();
    this.send(why);
    this.close(why.detail);
  }

  async #ended(): Promise<void> {
    clearTimeout(this.#deadline);
    const { links, log } = this.#parts;
    const place = this.#place;
    if (!place || !links.release(place.director.id, this)) return;
    this.#parts.looks.unlinked(place.director.id);
    await recordDisconnection(this.#parts, place, this.#why, this.#source).catch((error: unknown) =>
      log.error({ err: error, director: place.director.name }, 'the end of a connection could not be written'),
    );
  }
}

const textOf = (data: RawData): string =>
  (Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)])).toString();
