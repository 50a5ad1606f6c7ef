import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, projectRoot } from '../lab/project-root.ts';

/** The command line as it is shipped: one file. */
export const shoalFile = join(projectRoot, 'dist', 'cli', 'shoal.mjs');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `shoal` to its end, in an environment of its own. */
export function runShoal(args: readonly string[], env: Record<string, string>, input = ''): Promise<Ended> {
  const child = spawn(projectNode, [shoalFile, ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH ?? '', HOME: '/nonexistent', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, out, err })));
}
