import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { commandTable } from './command-table.ts';
import type { ConfigFile } from './context.ts';
import { Ending } from './exit-code.ts';
import { runCommandLine } from './run-command-line.ts';

const { env, stdin, stdout, stderr } = process;

function configFile(): ConfigFile {
  const folder = env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config');
  const file = path.join(folder, 'shoal', 'config.json');
  const found = statSync(file, { throwIfNoEntry: false });
  return { path: file, text: found ? readFileSync(file, 'utf8') : null, mode: found?.mode ?? 0 };
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (file !== '-')
    return readFile(file).catch((error: Error) => {
      throw new Ending('usage', error.message);
    });
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

// Whoever reads us may have read enough: head(1).
stdout.on('error', () => process.exit(0));

process.exitCode = await runCommandLine({
  table: commandTable,
  args: process.argv.slice(2),
  environment: env,
  out: stdout,
  err: stderr,
  version: process.env.SHOAL_VERSION ?? 'unbuilt',
  config: configFile,
  readToken: (file) => readFileSync(file, 'utf8').trim(),
  fetch,
  newKey: randomUUID,
  world: {
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    read: readBytes,
    write: (file, text) => writeFile(file, text),
    ask: stdin.isTTY ? ask : null,
  },
});
