import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const setpriv = '/usr/bin/setpriv';

/**
 * Runs a TypeScript program with the project's own Node and resolves to its exit code; death by a signal reads as
 * 128 + the signal's number, as in a shell.
 *
 * Signals that reach us are passed on. A Ctrl-C in a terminal reaches the program as well from the terminal, so it
 * sees two: its handler must take the second for the first. If we are killed with -9 the kernel ends it too.
 */
export function runEntry(root, entry, args) {
  const bin = join(root, 'node_modules', '.bin');
  const loader = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const command = [join(bin, 'node'), '--import', loader, entry, ...args];
  if (existsSync(setpriv)) command.unshift(setpriv, '--pdeathsig', 'TERM');

  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      process.stderr.write(`${entry}: ${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
