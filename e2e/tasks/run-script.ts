import { spawn } from 'node:child_process';

/** Runs a shell script to its end; what it wrote to both outputs, in the order in which it came. */
export function runScript(file: string, env: Record<string, string>): Promise<{ code: number; output: string }> {
  const child = spawn(file, [], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
