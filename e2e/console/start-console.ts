import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endingWithUs } from '../lab/ending-with-us.ts';
import { projectNode, projectRoot } from '../lab/project-root.ts';
import { readLines } from './read-lines.ts';

export interface ConsoleOptions {
  /** The folder of its database and keys; a console started on it again goes on where the last one ended. */
  dataDirectory: string;
  /** 0 or nothing takes a free one. */
  port?: number;
  env?: Record<string, string>;
}

/** A real console in a process of its own. */
export interface RunningConsole {
  url: string;
  pid: number;
  /** Only at the first start on a data directory. */
  firstSignIn: { username: string; password: string } | null;
  /** What it logged so far. */
  log(): string;
  /** Ends it by a signal (SIGTERM unless given) and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the console's bundle on a port of loopback; resolves when it listens. Throws with its words if it won't. */
export async function startConsole({ dataDirectory, port = 0, env = {} }: ConsoleOptions): Promise<RunningConsole> {
  const listen = `127.0.0.1:${port || (await freePort())}`;
  const [program, ...args] = endingWithUs([projectNode, join(projectRoot, 'dist/console/main.mjs')]);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', SHOAL_DATA: dataDirectory, SHOAL_LISTEN: listen, ...env },
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const ready = Promise.withResolvers<{ url: string; firstSignIn: RunningConsole['firstSignIn'] }>();
  let url = '';
  readLines(child.stdout, (line) => {
    log += `${line}\n`;
    url ||= /^Shoal listens on (\S+)$/.exec(line)?.[1] ?? '';
    const first = /^First sign-in: (\S+) \/ (\S+)$/.exec(line);
    if (first?.[1] && first[2]) ready.resolve({ url, firstSignIn: { username: first[1], password: first[2] } });
    // The first sign-in is printed with the address or not at all.
    else if (url) setTimeout(() => ready.resolve({ url, firstSignIn: null }), 100);
  });
  void ended.then(() => ready.reject(new Error(`the console did not start:\n${log}`)));
  const opened = await ready.promise;
  return {
    ...opened,
    pid: child.pid ?? 0,
    log: () => log,
    stop: (signal = 'SIGTERM') => end(child, ended, signal),
  };
}

async function end(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}

/** A port of loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether nobody listens on a port of loopback now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
