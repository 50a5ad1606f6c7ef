import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { WebSocket } from 'ws';
import type { IpvsTable } from '../../domain/lvs/table.ts';
import { wholeIntentCapability } from '../../domain/wire/intent.ts';
import { type AgentMessage, type ConsoleMessage, helloText, wireVersion } from '../../domain/wire/messages.ts';
import { rawPublicKey } from '../keys/console-key.ts';

type Of<T extends ConsoleMessage['type']> = Extract<ConsoleMessage, { type: T }>;

/** An agent that says on the wire what a test tells it to, with a key and a socket of its own. */
export class ExampleAgent {
  readonly #url: string;
  readonly key: { readonly publicKey: string; readonly privateKey: KeyObject };
  #socket: WebSocket | null = null;
  #messages: ConsoleMessage[] = [];
  #arrived = Promise.withResolvers<void>();
  /** The code and text with which the socket was closed. */
  closed: Promise<{ code: number; reason: string }> = Promise.resolve({ code: 0, reason: '' });
  director = '';

  constructor(consoleUrl: string, key: ExampleAgent['key'] | null = null) {
    this.#url = `${consoleUrl.replace('http', 'ws')}/api/agent`;
    const made = generateKeyPairSync('ed25519');
    this.key = key ?? { publicKey: rawPublicKey(made.publicKey).toString('base64'), privateKey: made.privateKey };
  }

  /** Connects, and gives the challenge. */
  async dial(): Promise<Of<'challenge'>> {
    this.#messages = [];
    this.#arrived = Promise.withResolvers();
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#wake();
      });
    });
    socket.on('message', (data: Buffer) => {
      this.#messages.push(JSON.parse(data.toString()) as ConsoleMessage);
      this.#wake();
    });
    return this.next('challenge');
  }

  /** The next message of these kinds. Fails when the socket closes before it came. */
  async next<T extends ConsoleMessage['type']>(...types: T[]): Promise<Of<T>> {
    for (;;) {
      const index = this.#messages.findIndex((message) => types.includes(message.type as T));
      const [found] = index < 0 ? [] : this.#messages.splice(index, 1);
      if (found) return found as Of<T>;
      if (this.#socket?.readyState === WebSocket.CLOSED) throw new Error(`closed before ${types.join(', ')}`);
      await this.#arrived.promise;
    }
  }

  #wake(): void {
    const { resolve } = this.#arrived;
    this.#arrived = Promise.withResolvers();
    resolve();
  }

  say(message: AgentMessage): void {
    this.sayText(JSON.stringify(message));
  }

  sayText(text: string): void {
    this.#socket?.send(text);
  }

  /** Asks to become a director; gives the answer. */
  async enrol(name: string, token: string): Promise<Of<'enrolled'> | Of<'rejected'>> {
    const challenge = await this.dial();
    this.say({ type: 'enrol', wireVersion, token, publicKey: this.key.publicKey, name });
    const answer = await this.next('enrolled', 'rejected');
    if (answer.type === 'rejected') return answer;
    this.director = answer.director;
    this.sayHello(challenge);
    await this.next('welcome');
    return answer;
  }

  /** Connects as the director that it is, up to the welcome. */
  async connect(more: Partial<Extract<AgentMessage, { type: 'hello' }>> = {}): Promise<void> {
    this.sayHello(await this.dial(), more);
    await this.next('welcome');
  }

  sayHello({ nonce, consoleKey }: Of<'challenge'>, more: Partial<Extract<AgentMessage, { type: 'hello' }>> = {}): void {
    const signature = sign(null, Buffer.from(helloText(nonce, consoleKey, this.director)), this.key.privateKey);
    this.say({
      type: 'hello',
      wireVersion,
      agentVersion: '0.1.0',
      capabilities: [wholeIntentCapability],
      director: this.director,
      signature: signature.toString('base64'),
      generation: 0,
      simulated: false,
      ...more,
    });
  }

  /** Resolves when the console has pinged, and has heard the answer. */
  async pinged(): Promise<void> {
    const socket = this.#socket;
    await new Promise((resolve) => socket?.once('ping', resolve));
    // The console answers a ping of ours after it has read what came before.
    await new Promise((resolve) => {
      socket?.once('pong', resolve);
      socket?.ping();
    });
  }

  /** Goes on standing there without a word, as half of a link that broke. */
  stopAnswering(): void {
    this.#socket?.pause();
  }

  hangUp(): void {
    this.#socket?.terminate();
  }
}

/** A table message with this table, whose services Shoal owns. */
export function tableMessage(tableNumber: number, services: IpvsTable['services'], bootId = 'boot-1'): AgentMessage {
  return {
    type: 'table',
    tableNumber,
    kernelTime: tableNumber * 1000,
    services: services as Extract<AgentMessage, { type: 'table' }>['services'],
    owned: [],
    facts: {
      kernel: '6.1.0',
      ipvs: '1.2.1',
      connectionTableSize: 4096,
      bootId,
      sysctls: {},
      timeouts: { tcp: 900, tcpfin: 120, udp: 300 },
      daemons: [],
      addresses: [],
    },
  };
}
