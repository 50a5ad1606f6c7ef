import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms } from './bundle-programs.ts';
import { canRunLab, isolate } from './can-run-lab.ts';
import { ControlClient } from './control-client.ts';
import { debianEnvironment, debianProgram } from './debian-program.ts';
import { guestInit } from './guest-init.ts';
import { readJsonLines } from './json-lines.ts';
import type { KeeperSettings } from './keeper/keeper-settings.ts';
import type { Lab } from './lab.ts';
import { libraryForLargeRegisters } from './large-registers.ts';
import { projectNode } from './project-root.ts';
import { createRelay } from './relay.ts';
import { topologyScript } from './topology.ts';

export interface LabOptions {
  /** The console on this machine, for example `http://127.0.0.1:3000`; it may come up later, or change. */
  consoleUrl?: string;
  /** Told what is being waited for, in words for a person. */
  onProgress?: (what: string) => void;
}

/**
 * Boots the lab and builds its networks; nothing serves, balances or sends in it yet. Several labs may run side by
 * side. Whatever becomes of this process, nothing of the lab outlives it. Throws with the reason where it can't run.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const availability = await canRunLab();
  if (!availability.ok) throw new Error(availability.reason);
  const { keeper, control } = await bundlePrograms({
    keeper: 'e2e/lab/keeper/main.ts',
    control: 'e2e/lab/guest/control/main.ts',
  });
  const folder = mkdtempSync(join(tmpdir(), 'shoal-lab-'));

  let consoleUrl = options.consoleUrl;
  const consoleRelay = createRelay(() => {
    const { hostname, port } = new URL(consoleUrl ?? 'http://127.0.0.1:1');
    return { host: hostname, port: Number(port) };
  });
  consoleRelay.listen(join(folder, 'console.sock'));

  writeFileSync(join(folder, 'init'), guestInit({ control }));

  options.onProgress?.('booting a kernel with IPVS');
  const settings: KeeperSettings = {
    folder,
    kernel: debianProgram('/usr/bin/linux.uml') ?? '',
    preload: await libraryForLargeRegisters(folder),
  };
  const [program = '', ...args] = isolate([projectNode, keeper, JSON.stringify(settings)]);
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: debianEnvironment() });
  child.stdin.on('error', () => {});

  const lastLines: string[] = [];
  const keepLine = (line: string) => {
    // A dying kernel prints its stack after the cause.
    if (!/^ *(\[<|[0-9a-f]{8} )/.test(line)) lastLines.splice(0, lastLines.length, ...lastLines.slice(-20), line);
  };
  const ready = Promise.withResolvers<void>();
  readJsonLines(child.stdout, () => ready.resolve(), keepLine);
  readJsonLines(child.stderr, () => {}, keepLine);
  const died = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(lastLines.join('\n')));
  });

  const stop = async () => {
    child.stdin.end();
    const late = setTimeout(() => child.kill('SIGKILL'), 2000);
    await died;
    clearTimeout(late);
    consoleRelay.close();
    rmSync(folder, { recursive: true, force: true });
  };

  const client = new ControlClient(join(folder, 'control.sock'));
  try {
    const slow = AbortSignal.timeout(60_000);
    const tooSlow = new Promise<never>((_, reject) =>
      slow.addEventListener('abort', () => reject(new Error('the kernel did not boot within 60 s'))),
    );
    await Promise.race([ready.promise, tooSlow, died.then((said) => Promise.reject(new Error(said)))]);
    options.onProgress?.('building its networks');
    const built = await client.exec('root', ['bash', '-s'], { input: topologyScript() });
    if (built.code !== 0) throw new Error(built.stderr);
  } catch (error) {
    await stop();
    throw new Error(`The lab did not start: ${(error as Error).message}\n${lastLines.join('\n')}`);
  }

  return {
    exec: (...words) => client.exec(...words),
    spawn: (...words) => client.spawn(...words),
    pointAtConsole: (url) => {
      consoleUrl = url;
    },
    died,
    stop,
  };
}
