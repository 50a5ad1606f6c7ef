import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../lab/project-root.ts';

export interface CommandResult {
  code: number;
  output: string;
}

const running = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program of node_modules/.bin to its end, in the project's root and without input; what it writes comes without
 * colours. A signal that we get while it runs reaches it first, and then us as if this were not here.
 */
export function runCommand(argv: [string, ...string[]], env: Record<string, string> = {}): Promise<CommandResult> {
  const bin = join(projectRoot, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(argv[0], argv.slice(1), {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env, PATH: `${bin}:${process.env.PATH}` },
    });
    watch(child);
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      unwatch(child);
      resolve({ code: 127, output: error.message });
    });
    child.on('close', (code) => {
      unwatch(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

function watch(child: ChildProcess): void {
  if (running.size === 0) for (const signal of signals) process.on(signal, passOn);
  running.add(child);
}

function unwatch(child: ChildProcess): void {
  running.delete(child);
  if (running.size === 0) for (const signal of signals) process.off(signal, passOn);
}

function passOn(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
  for (const name of signals) process.off(name, passOn);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
