import { type ClientOptions, type RawData, WebSocket } from 'ws';
import type { ConnectionFilter, MoreOfLook } from '../../domain/connections/connection-summary.ts';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';
import { type AgentMessage, type ConsoleMessage, consoleMessageSchema } from '../../domain/wire/messages.ts';
import type { HeldIntent } from '../intent/director-state.ts';
import type { Log } from '../log.ts';
import { answerChallenge, type Challenge, helloMessage, type Self } from './answer-challenge.ts';
import { backoff } from './backoff.ts';

/** What the console asks of a witness of its audit log. */
export type WitnessMessage = Extract<ConsoleMessage, { type: 'checkpoints' | 'witness-request' }>;

export interface ConnectionParts {
  /** Of the agents' socket. */
  readonly url: string;
  /** Who the agent is now; asked at each challenge. */
  readonly self: () => Self;
  /** Keeps what the console said to an enrolment. */
  readonly enrolled: (director: string, consoleKey: string) => void;
  /** Called when the console has recognised the director; messages may be sent from now on. */
  readonly welcomed: (name: string, cluster: string) => void;
  readonly intent: (signed: HeldIntent) => void;
  readonly look: (look: number, filter: ConnectionFilter, more?: MoreOfLook) => void;
  readonly witness: (message: WitnessMessage) => void;
  /** Called when going on makes no sense: the token is used, or the like. */
  readonly fatal: (reason: string) => void;
  readonly random: () => number;
  readonly log: Log;
}

/** Milliseconds between two pings: a link that stays silent over two of them is half-open, and is ended. */
const pingEvery = 2500;

/** Bytes that may wait in the socket before numbers are dropped instead of queued. */
const fullAt = 256 * 1024;

/** Refusals that trying again can't change. */
const final: ReadonlySet<string> = new Set(['token-unknown', 'token-used', 'token-expired', 'name-taken']);

/** The way to the console: dials, proves who it is, tells, listens, and dials again for as long as it takes. */
export class ConsoleConnection {
  readonly #parts: ConnectionParts;
  #socket: WebSocket | null = null;
  #retry: NodeJS.Timeout | null = null;
  #attempt = 0;
  #challenge: Challenge | null = null;
  #welcomed = false;
  #ended = false;
  /** Why this attempt ended, and what was logged last. */
  #problem: string | null = null;
  #lastProblem: string | null = null;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  get isWelcome(): boolean {
    return this.#welcomed;
  }

  start(): void {
    this.#dial();
  }

  stop(): void {
    this.#ended = true;
    if (this.#retry) clearTimeout(this.#retry);
    this.#socket?.close(1000);
    // The console's answer to the close is not waited for.
    const socket = this.#socket;
    setTimeout(() => socket?.terminate(), 200).unref();
  }

  /**
   * Tells the console. False when it isn't there, or when the link is full and the message is one that a later one
   * makes good: a table or a sample.
   */
  send(message: AgentMessage): boolean {
    const socket = this.#socket;
    if (!socket || !this.#welcomed || socket.readyState !== WebSocket.OPEN) return false;
    const canWait = message.type === 'table' || message.type === 'sample';
    if (canWait && socket.bufferedAmount > fullAt) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  #dial(): void {
    this.#retry = null;
    this.#attempt++;
    // An intent travels as JSON inside JSON, where each quote takes two bytes.
    const options: ClientOptions & { closeTimeout: number } = {
      handshakeTimeout: 5000,
      maxPayload: 2 * maximumIntentBytes,
      perMessageDeflate: false,
      closeTimeout: 1000,
    };
    const socket = new WebSocket(this.#parts.url, options);
    this.#socket = socket;
    let heard = true;
    this.#problem = null;
    const hear = () => {
      heard = true;
    };
    const pings = setInterval(() => {
      if (!heard) {
        this.#problem = 'the console was silent';
        socket.terminate();
        return;
      }
      heard = false;
      if (socket.readyState === WebSocket.OPEN) socket.ping();
      else hear();
    }, pingEvery);
    socket.on('pong', hear);
    socket.on('ping', hear);
    socket.on('message', (data) => {
      hear();
      this.#receive(socket, textOf(data));
    });
    socket.on('error', (error) => {
      this.#problem ??= error.message || (error as NodeJS.ErrnoException).code || 'no connection';
    });
    socket.on('close', (_, reason) => {
      clearInterval(pings);
      this.#lost(this.#problem ?? (reason.length > 0 ? reason.toString() : 'the console closed the connection'));
    });
  }

  #lost(problem: string): void {
    this.#socket = null;
    this.#challenge = null;
    if (this.#welcomed) this.#attempt = 0;
    this.#welcomed = false;
    if (this.#ended) return;
    // Once a problem, not once an attempt: this may go on for days.
    if (problem !== this.#lastProblem) {
      this.#parts.log(`no console at ${this.#parts.url}: ${problem}; trying on, the traffic does not need it`);
      this.#lastProblem = problem;
    }
    this.#retry = setTimeout(() => this.#dial(), backoff(Math.max(1, this.#attempt), this.#parts.random()));
  }

  #receive(socket: WebSocket, text: string): void {
    let message: ConsoleMessage;
    try {
      message = consoleMessageSchema.parse(JSON.parse(text));
    } catch {
      socket.close(1007, 'not a message of the wire');
      return;
    }
    this.#take(socket, message);
  }

  #take(socket: WebSocket, message: ConsoleMessage): void {
    const say = (answer: AgentMessage) => socket.send(JSON.stringify(answer));
    switch (message.type) {
      case 'challenge': {
        this.#challenge = message;
        const answer = answerChallenge(message, this.#parts.self());
        if (answer.ok) say(answer.message);
        else if (answer.fatal) this.#giveUp(answer.reason);
        else {
          this.#problem = answer.reason;
          socket.close(1000);
        }
        return;
      }
      case 'enrolled': {
        const { director, consoleKey } = message;
        if (consoleKey !== this.#challenge?.consoleKey || this.#parts.self().identity.enrolled) {
          socket.close(1008, 'not the answer to this enrolment');
          return;
        }
        this.#parts.enrolled(director, consoleKey);
        say(helloMessage(this.#challenge, this.#parts.self(), director));
        return;
      }
      case 'rejected':
        if (final.has(message.code)) this.#giveUp(`${message.detail} (${message.code})`);
        else this.#problem = `the console refused this director: ${message.detail}`;
        return;
      case 'welcome':
        this.#welcomed = true;
        this.#lastProblem = null;
        this.#parts.welcomed(message.name, message.cluster);
        return;
      case 'look':
        if (this.#welcomed) this.#parts.look(message.look, message.filter, message.more);
        return;
      case 'checkpoints':
      case 'witness-request':
        if (this.#welcomed) this.#parts.witness(message);
        return;
      case 'intent':
        if (this.#welcomed) this.#parts.intent({ version: 1, payload: message.payload, signature: message.signature });
        return;
    }
  }

  #giveUp(reason: string): void {
    this.stop();
    this.#parts.fatal(reason);
  }
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8');
