import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type AgentMessage, agentMessageSchema, type ConsoleMessage, wireVersion } from '../../domain/wire/messages.ts';
import type { Identity } from '../intent/director-state.ts';
import { fingerprintOf, newKeyPair } from '../intent/ed25519.ts';
import { ConsoleConnection } from './console-connection.ts';

const consoleKey = newKeyPair().publicKey;
const token = `tokenid1.${'s'.repeat(43)}.${fingerprintOf(consoleKey)}`;
const challenge: ConsoleMessage = { type: 'challenge', wireVersion, nonce: 'AAEC', consoleKey };

/** A console that does what the test tells it to. */
class TestConsole {
  readonly server: WebSocketServer;
  socket: WebSocket | null = null;
  readonly heard: AgentMessage[] = [];
  connections = 0;
  #wake = () => {};

  constructor(port = 0) {
    this.server = new WebSocketServer({ port, host: '127.0.0.1' });
    this.server.on('connection', (socket) => {
      this.socket = socket;
      this.connections++;
      socket.on('message', (data: Buffer) => {
        this.heard.push(agentMessageSchema.parse(JSON.parse(data.toString())));
        this.#wake();
      });
      this.say(challenge);
      this.#wake();
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  say(message: ConsoleMessage | { type: string }): void {
    this.socket?.send(JSON.stringify(message));
  }

  /** Resolves when something holds after a message or a connection came. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async close(): Promise<void> {
    for (const client of this.server.clients) client.terminate();
    this.server.close();
    await once(this.server, 'close');
  }
}

let testConsole: TestConsole;
let connection: ConsoleConnection;
let identity: Identity;
let logged: string[];
let told: string[];

beforeEach(async () => {
  testConsole = new TestConsole();
  await once(testConsole.server, 'listening');
  identity = { version: 1, name: 'lb1', ...newKeyPair(), enrolled: null };
  logged = [];
  told = [];
  connection = new ConsoleConnection({
    url: `ws://127.0.0.1:${testConsole.port}/api/agent`,
    self: () => ({ identity, token, agentVersion: '1', capabilities: [], simulated: false, generation: 0 }),
    enrolled: (director, key) => {
      identity = { ...identity, enrolled: { director, consoleKey: key } };
    },
    welcomed: (name, cluster) => told.push(`welcome ${name} ${cluster}`),
    intent: ({ payload }) => told.push(`intent ${payload}`),
    look: (look, { client }) => told.push(`look ${look} ${client}`),
    witness: ({ type }) => told.push(type),
    fatal: (reason) => told.push(`fatal ${reason}`),
    random: () => 0,
    log: (line) => logged.push(line),
  });
});
afterEach(async () => {
  connection.stop();
  await testConsole.close();
});

const eventually = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

async function beWelcome(): Promise<void> {
  connection.start();
  await testConsole.until(() => testConsole.heard.length === 1);
  testConsole.say({ type: 'enrolled', director: 'id-1', consoleKey });
  await testConsole.until(() => testConsole.heard.length === 2);
  testConsole.say({ type: 'welcome', name: 'lb1', cluster: 'web' });
  await eventually(() => connection.isWelcome);
}

test('it enrols, says hello on the same connection, and is told intents', async () => {
  await beWelcome();
  expect(testConsole.heard.map(({ type }) => type)).toEqual(['enrol', 'hello']);
  expect(identity.enrolled).toEqual({ director: 'id-1', consoleKey });
  testConsole.say({ type: 'intent', payload: 'all of it', signature: 'AA==' });
  await eventually(() => told.length === 2);
  expect(told).toEqual(['welcome lb1 web', 'intent all of it']);
});

test('a look is asked for by its number', async () => {
  await beWelcome();
  testConsole.say({ type: 'look', look: 7, filter: { destinations: null, vip: null, client: '10.9.' } });
  await eventually(() => told.length === 2);
  expect(told[1]).toBe('look 7 10.9.');
});

test('nothing is told to a console that has not welcomed it', async () => {
  const trouble: AgentMessage = { type: 'trouble', detail: 'x' };
  connection.start();
  await testConsole.until(() => testConsole.heard.length === 1);
  expect(connection.send(trouble)).toBe(false);
  testConsole.say({ type: 'intent', payload: 'too early', signature: 'AA==' });
  testConsole.say({ type: 'enrolled', director: 'id-1', consoleKey });
  await testConsole.until(() => testConsole.heard.length === 2);
  testConsole.say({ type: 'welcome', name: 'lb1', cluster: 'web' });
  await eventually(() => connection.isWelcome);
  expect(told).toEqual(['welcome lb1 web']);
  expect(connection.send(trouble)).toBe(true);
});

test('it comes back when the console does, and says so once', async () => {
  await beWelcome();
  const { port } = testConsole;
  await testConsole.close();
  await eventually(() => logged.length > 0);
  expect(connection.isWelcome).toBe(false);
  testConsole = new TestConsole(port);
  await testConsole.until(() => testConsole.heard.length === 1);
  expect(testConsole.heard[0]?.type).toBe('hello');
  testConsole.say({ type: 'welcome', name: 'lb1', cluster: 'web' });
  await eventually(() => connection.isWelcome);
  expect(new Set(logged).size).toBe(logged.length);
});

test.each(['token-used', 'token-expired', 'token-unknown', 'name-taken'])('%s ends it', async (code) => {
  connection.start();
  await testConsole.until(() => testConsole.heard.length === 1);
  testConsole.say({ type: 'rejected', code, detail: 'no.' } as ConsoleMessage);
  await eventually(() => told.length > 0);
  expect(told).toEqual([`fatal no. (${code})`]);
});

test('any other refusal is said, and it tries on', async () => {
  await beWelcome();
  testConsole.say({ type: 'rejected', code: 'director-unknown', detail: 'Enrol again.' });
  testConsole.socket?.close();
  await testConsole.until(() => testConsole.connections === 2);
  expect(logged.join()).toContain('Enrol again.');
  expect(told).toEqual(['welcome lb1 web']);
});

test('a message that is not of the wire ends the connection, not the agent', async () => {
  await beWelcome();
  testConsole.say({ type: 'format-all-disks' });
  await testConsole.until(() => testConsole.connections === 2);
  expect(told).toEqual(['welcome lb1 web']);
});

test('numbers are dropped while the link is full; what happened once is not', async () => {
  await beWelcome();
  testConsole.socket?.pause();
  const sample: AgentMessage = {
    type: 'sample',
    tableNumber: 1,
    kernelTime: 0,
    numbers: Array<number>(50_000).fill(1),
  };
  let sent = 0;
  while (connection.send(sample)) sent++;
  expect(sent).toBeGreaterThan(0);
  expect(connection.send({ type: 'trouble', detail: 'x' })).toBe(true);
  testConsole.socket?.resume();
  await testConsole.until(() => testConsole.heard.length === 2 + sent + 1);
  expect(connection.send(sample)).toBe(true);
});
