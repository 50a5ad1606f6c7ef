import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../lab/project-root.ts';

export interface CommandResult {
  code: number;
  output: string;
}

const running = new Set<ReturnType<typeof spawn>>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/** Runs a program of node_modules/.bin to its end, in the project's root and without input. It ends when we do. */
export function runCommand(argv: [string, ...string[]], env: Record<string, string> = {}): Promise<CommandResult> {
  const bin = join(projectRoot, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(argv[0], argv.slice(1), {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, PATH: `${bin}:${process.env.PATH}` },
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}
