import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { fingerprintOf, newKeyPair, signText } from '../../../agents/intent/ed25519.ts';
import { type AgentMessage, type ConsoleMessage, wireVersion } from '../../../domain/wire/messages.ts';
import { tableOf } from './tables.ts';

/** CPU and memory of the shipped agent at 1 Hz on a table of 100 × 10, next to a Node process that does nothing. */
const [agentFile = '', seconds = '20'] = process.argv.slice(2);
const console_ = newKeyPair();
const director = 'bench';

function signedIntent(): ConsoleMessage {
  const services = tableOf(100, 10).services.map((service, index) => ({ name: `service-${index}`, ...service }));
  const payload = JSON.stringify({
    ...{ version: 1, director, cluster: 'bench', generation: 1, revision: 1, overlays: [], takeOver: [] },
    ...{ definition: { realServers: [], services }, removesAll: false, issuedAt: 0 },
  });
  return { type: 'intent', payload, signature: signText(payload, console_) };
}

/** A console that welcomes whoever comes, sends one intent, and counts samples. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
let samples = 0;
let bytes = 0;
server.on('connection', (socket) => {
  const say = (message: ConsoleMessage) => socket.send(JSON.stringify(message));
  say({ type: 'challenge', wireVersion, nonce: 'AAEC', consoleKey: console_.publicKey });
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as AgentMessage;
    if (message.type === 'enrol') say({ type: 'enrolled', director, consoleKey: console_.publicKey });
    if (message.type === 'hello') {
      say({ type: 'welcome', name: 'bench', cluster: 'bench' });
      say(signedIntent());
    }
    if (message.type === 'sample') samples++;
    bytes += data.length;
  });
});
await once(server, 'listening');

const token = `benchtoken.${'s'.repeat(43)}.${fingerprintOf(console_.publicKey)}`;
const agent = spawn(
  process.execPath,
  [
    ...['--max-old-space-size=64', agentFile],
    ...['--console', `http://127.0.0.1:${(server.address() as AddressInfo).port}`],
    ...['--name', 'bench', '--token', token, '--state-dir', mkdtempSync(join(tmpdir(), 'bench-'))],
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
const idle = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });

/** Seconds of CPU that a process has used: fields 14 and 15 of /proc/PID/stat, in ticks of 10 ms. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
const megabytesOf = ({ pid }: ChildProcess): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

await sleep(5000);
const before = { agent: cpuOf(agent), idle: cpuOf(idle), samples, bytes };
const start = performance.now();
await sleep(Number(seconds) * 1000);
const took = (performance.now() - start) / 1000;
const percent = (now: number, then: number) => ((now - then) / took) * 100;
const result = {
  samplesASecond: (samples - before.samples) / took,
  bytesASecond: (bytes - before.bytes) / took,
  agent: { cpuPercent: percent(cpuOf(agent), before.agent), megabytes: megabytesOf(agent) },
  idle: { cpuPercent: percent(cpuOf(idle), before.idle), megabytes: megabytesOf(idle) },
};
for (const child of [agent, idle]) child.kill();
console.log(JSON.stringify(result));
process.exit(0);
