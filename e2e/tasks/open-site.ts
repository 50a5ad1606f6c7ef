import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningConsole, startConsole } from '../console/start-console.ts';
import type { Lab } from '../lab/lab.ts';
import { startFleet } from '../lab/start-fleet.ts';
import { startLab } from '../lab/start-lab.ts';

/** A console of its own and a lab whose directors can reach it: what an operator's task needs. */
export interface TaskSite {
  readonly lab: Lab;
  readonly console: RunningConsole;
  readonly firstSignIn: { readonly username: string; readonly password: string };
  /** Kills the console as a crash would; agents and traffic are left to themselves. */
  killConsole(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restartConsole(): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(): Promise<TaskSite> {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-task-'));
  const [lab, first] = await Promise.all([startLab(), startConsole({ dataDirectory: folder })]);
  await startFleet(lab);
  lab.pointAtConsole(first.url);
  if (!first.firstSignIn) throw new Error('a new console told no first sign-in');
  let running = first;
  return {
    lab,
    get console() {
      return running;
    },
    firstSignIn: first.firstSignIn,
    killConsole: () => running.stop('SIGKILL'),
    async restartConsole() {
      running = await startConsole({ dataDirectory: folder, port: Number(new URL(first.url).port) });
    },
    async close() {
      await Promise.allSettled([running.stop(), lab.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
