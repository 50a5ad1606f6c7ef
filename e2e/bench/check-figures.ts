import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../../agents/checks/checker.ts';
import { HealthBook } from '../../agents/checks/health-book.ts';
import { noHealth } from '../../agents/checks/health-file.ts';
import { probe } from '../../agents/checks/probe.ts';
import { intentSchema } from '../../domain/wire/intent.ts';
import type { Figure } from './figure.ts';

const destinations = 1000;
const seconds = 30;

/** A page on every address of 127.0.0.0/8, in a process of its own. */
const program = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(8099, '0.0.0.0', () => console.log('up'))`;

const intentOf = (kind: 'tcp' | 'http') =>
  intentSchema.parse({
    ...{ version: 1, director: 'd', cluster: 'shop', generation: 1, revision: 1, overlays: [], takeOver: [] },
    ...{ removesAll: false, issuedAt: 0 },
    definition: {
      services: [
        {
          ...{ name: 'web', key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 8099 } },
          ...{ scheduler: 'wrr', check: { kind } },
          destinations: Array.from({ length: destinations }, (_, at) => ({
            ...{ address: `127.0.${Math.floor(at / 250)}.${1 + (at % 250)}`, port: 8099, weight: 1 },
            forwarding: 'direct-routing',
          })),
        },
      ],
    },
  });

/** What the checks of 1,000 destinations cost an agent, at the usual 5 s; nothing of the kernel's table is in it. */
export async function checkFigures(say: (what: string) => void): Promise<Figure[]> {
  const server = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(server.stdout, 'data');
    const figures: Figure[] = [];
    for (const kind of ['tcp', 'http'] as const) figures.push(await measured(kind, say));
    return figures;
  } finally {
    server.kill();
  }
}

async function measured(kind: 'tcp' | 'http', say: (what: string) => void): Promise<Figure> {
  say(`${destinations} ${kind} checks for ${seconds} s`);
  const book = new HealthBook({ health: noHealth, keepHealth: () => undefined });
  book.obey(intentOf(kind));
  const told = { bytes: 0 };
  const checker = new Checker({
    ...{ book, probe, random: Math.random, now: () => performance.now(), clock: () => Date.now() },
    ...{ log: () => undefined, turned: () => undefined },
    send: (message) => {
      told.bytes += JSON.stringify(message).length;
      return true;
    },
  });
  const passing = () => book.places.filter((place) => book.stateOf(place).verdict === 'passing').length;
  checker.start();
  await sleep(10_000);
  told.bytes = 0;
  const before = process.cpuUsage();
  const heap = process.memoryUsage().rss;
  await sleep(seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  const grown = (process.memoryUsage().rss - heap) / 1024 / 1024;
  checker.stop();
  const cores = ((user + system) / 1e6 / seconds) * 100;
  return {
    name: `checks of ${destinations} destinations every 5 s, ${kind}`,
    value: `${cores.toFixed(1)} % of a core`,
    goal: { text: 'at most 10 % of a core', met: cores <= 10 },
    behind: `${passing()} passing, ${(told.bytes / seconds / 1000).toFixed(0)} kB/s told, memory ${grown.toFixed(0)} MB more`,
  };
}
