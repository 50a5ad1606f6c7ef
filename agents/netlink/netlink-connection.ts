import { ByteWriter } from './byte-writer.ts';
import { type Message, messageFlag, messageType, outcomeOf, setFlags, splitMessages, writeMessage } from './message.ts';
import { NetlinkError } from './netlink-error.ts';
import type { NetlinkSocket, OpenNetlinkSocket } from './netlink-socket.ts';

/** A message to send: its family, the command's name for errors, and what follows the header. */
export interface Request {
  readonly type: number;
  readonly command: string;
  readonly write: (writer: ByteWriter) => void;
}

/** Most messages in one send: a socket's default buffer holds 256 unread answers, and each of them may fail. */
export const mostMessagesInOneSend = 128;

interface Exchange {
  readonly command: string;
  readonly first: number;
  readonly last: number;
  readonly answered: (message: Message) => void;
  readonly end: (error: Error | null) => void;
}

/**
 * One netlink socket with one exchange at a time on it, the next waiting in line; it opens at first use and again
 * after a failure, because a socket that timed out may still hold an unfinished dump, which makes the next one EBUSY.
 */
export class NetlinkConnection {
  readonly #purpose: 'commands' | 'dumps';
  readonly #open: OpenNetlinkSocket;
  readonly #timeout: number;
  #socket: NetlinkSocket | null = null;
  #sequence = 0;
  #current: Exchange | null = null;
  #line: Promise<unknown> = Promise.resolve();

  /** `timeout`: milliseconds for a whole exchange. */
  constructor(purpose: 'commands' | 'dumps', open: OpenNetlinkSocket, timeout = 5000) {
    this.#purpose = purpose;
    this.#open = open;
    this.#timeout = timeout;
  }

  /** Sends one command and gives its answers, without the ACK. Throws a NetlinkError. */
  async command(request: Request): Promise<readonly Message[]> {
    const answers: Message[] = [];
    const [error] = await this.#send([request], (message) => answers.push(message));
    if (error) throw error;
    return answers;
  }

  /**
   * Sends up to 128 commands at once and gives the outcome of each, in order.
   *
   * The kernel runs all of them, also those after one that failed. Only the last asks for an ACK; errors come anyway.
   */
  batch(requests: readonly Request[]): Promise<readonly (NetlinkError | null)[]> {
    if (requests.length > mostMessagesInOneSend) throw new RangeError(`${requests.length} messages in one send`);
    return requests.length === 0 ? Promise.resolve([]) : this.#send(requests, () => undefined);
  }

  /** Runs a dump, calling `part` for each of its messages as they come. Throws a NetlinkError. */
  dump(request: Request, part: (message: Message) => void): Promise<void> {
    return this.#inTurn(async () => {
      let outcome: NetlinkError | null = null;
      await this.#exchange([request], messageFlag.request | messageFlag.dump, (message, end) => {
        if (message.type === messageType.done || message.type === messageType.error) {
          outcome = outcomeOf(message, request.command);
          end();
        } else part(message);
      });
      if (outcome) throw outcome;
    });
  }

  /** Ends the socket; a running exchange fails with ECANCELED. */
  close(): void {
    this.#fail(new NetlinkError(this.#current?.command ?? '', 125, 'the socket was closed'));
  }

  #send(requests: readonly Request[], answer: (message: Message) => void): Promise<readonly (NetlinkError | null)[]> {
    return this.#inTurn(async () => {
      const outcomes = requests.map((): NetlinkError | null => null);
      await this.#exchange(requests, messageFlag.request, (message, end, index) => {
        if (message.type !== messageType.error) return answer(message);
        outcomes[index] = outcomeOf(message, requests[index]?.command ?? '');
        if (index === requests.length - 1) end();
      });
      return outcomes;
    });
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#line.then(run, run);
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  #exchange(
    requests: readonly Request[],
    flags: number,
    answered: (message: Message, end: () => void, index: number) => void,
  ): Promise<void> {
    const writer = new ByteWriter();
    // Sequence numbers start again well below 2^32, never inside an exchange; 0 is the kernel's own.
    if (this.#sequence > 0xf000_0000) this.#sequence = 0;
    const first = this.#sequence + 1;
    let lastAt = 0;
    for (const { type, write } of requests)
      lastAt = writeMessage(writer, { type, flags, sequence: ++this.#sequence }, write);
    if (flags === messageFlag.request) setFlags(writer, lastAt, messageFlag.request | messageFlag.ack);
    const command = requests.at(-1)?.command ?? '';
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(NetlinkError.timeout(command, this.#timeout)), this.#timeout);
      const end = (error: Error | null) => {
        clearTimeout(timer);
        this.#current = null;
        if (error) reject(error instanceof NetlinkError ? error.of(command) : error);
        else resolve();
      };
      this.#current = {
        command,
        first,
        last: this.#sequence,
        answered: (message) => answered(message, () => end(null), message.sequence - first),
        end,
      };
      try {
        this.#socket ??= this.#open(this.#purpose, {
          received: (bytes) => this.#received(bytes),
          failed: (error) => this.#fail(error),
        });
        this.#socket.send(writer.bytes());
      } catch (error) {
        this.#fail(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  #received(bytes: Buffer): void {
    try {
      for (const message of splitMessages(bytes)) {
        if (message.type === messageType.noop) continue;
        const current = this.#current;
        // An answer to an exchange that was given up belongs to nobody.
        if (!current || message.sequence < current.first || message.sequence > current.last) continue;
        if (message.type === messageType.overrun) throw NetlinkError.overrun(current.command);
        current.answered(message);
      }
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #fail(error: Error): void {
    this.#socket?.close();
    this.#socket = null;
    this.#current?.end(error);
  }
}
