import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsoleCaller, signIn } from '../console/console-caller.ts';
import { type RunningConsole, startConsole } from '../console/start-console.ts';
import { defineDemo, untilInStep } from '../demo/define-demo.ts';
import { openSimulatedSite } from '../demo/simulated-site.ts';
import type { Credentials } from './console-page.ts';

/** The demo's cluster on a console of its own, with simulated directors: for what needs screens and no kernel. */
export interface SimulatedSite {
  readonly console: RunningConsole;
  readonly administrator: Credentials;
  readonly caller: ConsoleCaller;
  close(): Promise<void>;
}

export async function openSimulated(): Promise<SimulatedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-task-'));
  const running = await startConsole({ dataDirectory: folder });
  const administrator = running.firstSignIn;
  if (!administrator) throw new Error('a new console told no first sign-in');
  const caller = await signIn(running.url, administrator.username, administrator.password);
  const directors = openSimulatedSite();
  await directors.enrol(running.url, await defineDemo(caller));
  await untilInStep(caller);
  return {
    console: running,
    administrator,
    caller,
    async close() {
      await Promise.allSettled([running.stop(), directors.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
