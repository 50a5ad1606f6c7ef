import { constants } from 'node:os';
import { ByteWriter } from './byte-writer.ts';
import {
  endMessage,
  type Message,
  messageFlag,
  messageType,
  outcomeOf,
  splitMessages,
  startMessage,
} from './message.ts';
import { NetlinkError } from './netlink-error.ts';
import type { NetlinkSocket, OpenNetlinkSocket } from './netlink-socket.ts';

/** A message to send: its family, the command's name for errors, and what follows the header. */
export interface Request {
  readonly type: number;
  readonly command: string;
  readonly write: (writer: ByteWriter) => void;
}

/** Messages to send at once; they are written and named by their place, without an object for each. */
export interface Requests {
  readonly type: number;
  readonly count: number;
  readonly commandOf: (index: number) => string;
  readonly write: (writer: ByteWriter, index: number) => void;
}

/** Most messages in one batch: some 150 kB, and 3 ms of the kernel's time in which nothing else of ours runs. */
export const mostMessagesInOneBatch = 1000;

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
  readonly #open: OpenNetlinkSocket;
  readonly #timeout: number;
  readonly #writer = new ByteWriter();
  #socket: NetlinkSocket | null = null;
  #sequence = 0;
  #current: Exchange | null = null;
  #line: Promise<unknown> = Promise.resolve();

  /** `timeout`: milliseconds for a whole exchange. */
  constructor(open: OpenNetlinkSocket, timeout = 5000) {
    this.#open = open;
    this.#timeout = timeout;
  }

  /** Sends one command and gives its answers, without the ACK. Throws a NetlinkError. */
  async command(request: Request): Promise<readonly Message[]> {
    const answers: Message[] = [];
    const [error] = await this.#send(onlyOne(request), ({ bytes, start, end, ...message }) => {
      // A copy: the socket uses its buffer again.
      const own = Buffer.copyBytesFrom(bytes, start, end - start);
      answers.push({ ...message, bytes: own, start: 0, end: own.length });
    });
    if (error) throw error;
    return answers;
  }

  /**
   * Sends up to `mostMessagesInOneBatch` commands, as many at once as the socket takes, and gives the outcome of each in
   * order.
   *
   * The kernel runs all of them, also those after one that failed. Only the last of each send asks for an ACK; errors
   * come anyway.
   */
  async batch(requests: Requests): Promise<readonly (NetlinkError | null)[]> {
    const { count } = requests;
    if (count > mostMessagesInOneBatch) throw new RangeError(`${count} messages in one batch`);
    const outcomes: (NetlinkError | null)[] = [];
    while (outcomes.length < count) {
      const most = this.#opened().mostMessages;
      const sent = await this.#send(from(requests, outcomes.length, most), () => undefined);
      for (const outcome of sent) outcomes.push(outcome);
    }
    return outcomes;
  }

  /** Runs a dump, calling `part` for each of its messages as they come. Throws a NetlinkError. */
  dump(request: Request, part: (message: Message) => void): Promise<void> {
    return this.#inTurn(async () => {
      let outcome: NetlinkError | null = null;
      await this.#exchange(onlyOne(request), messageFlag.request | messageFlag.dump, (message, end) => {
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
    this.#fail(new NetlinkError(this.#current?.command ?? '', constants.errno.ECANCELED, 'the socket was closed'));
  }

  #send(requests: Requests, answer: (message: Message) => void): Promise<readonly (NetlinkError | null)[]> {
    return this.#inTurn(async () => {
      const outcomes = Array<NetlinkError | null>(requests.count).fill(null);
      await this.#exchange(requests, messageFlag.request, (message, end, index) => {
        if (message.type !== messageType.error) return answer(message);
        outcomes[index] = outcomeOf(message, requests.commandOf(index));
        if (index === requests.count - 1) end();
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
    requests: Requests,
    flags: number,
    answered: (message: Message, end: () => void, index: number) => void,
  ): Promise<void> {
    // Its memory is used again: a socket has done with the bytes when one exchange ends and the next begins.
    const writer = this.#writer;
    writer.clear();
    // Sequence numbers start again well below 2^32, never inside an exchange; 0 is the kernel's own.
    if (this.#sequence > 0xf000_0000) this.#sequence = 0;
    const first = this.#sequence + 1;
    const { type, count, write } = requests;
    for (let index = 0; index < count; index++) {
      const isLast = index === count - 1 && flags === messageFlag.request;
      const start = startMessage(writer, type, isLast ? flags | messageFlag.ack : flags, ++this.#sequence);
      write(writer, index);
      endMessage(writer, start);
    }
    const command = requests.commandOf(count - 1);
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | null = null;
      const end = (error: Error | null) => {
        if (timer) clearTimeout(timer);
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
        this.#opened().send(writer.bytes());
      } catch (error) {
        this.#fail(error instanceof Error ? error : new Error(String(error)));
      }
      // Most exchanges over the C library have ended by now, and a timer is a system call.
      if (this.#current?.first === first)
        timer = setTimeout(() => this.#fail(NetlinkError.timeout(command, this.#timeout)), this.#timeout);
    });
  }

  #opened(): NetlinkSocket {
    this.#socket ??= this.#open({
      received: (bytes) => this.#received(bytes),
      failed: (error) => this.#fail(error),
    });
    return this.#socket;
  }

  #received(bytes: Buffer): boolean {
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
    return this.#current !== null;
  }

  #fail(error: Error): void {
    this.#socket?.close();
    this.#socket = null;
    this.#current?.end(error);
  }
}

/** Some of the requests, from one on. */
const from = ({ type, count, commandOf, write }: Requests, first: number, most: number): Requests => ({
  type,
  count: Math.min(most, count - first),
  commandOf: (index) => commandOf(first + index),
  write: (writer, index) => write(writer, first + index),
});

const onlyOne = ({ type, command, write }: Request): Requests => ({
  ...{ type, count: 1, write },
  commandOf: () => command,
});
