import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from '../build/build-what-changed.ts';
import { allSteps } from '../build/steps.ts';
import { signIn } from '../console/console-caller.ts';
import { isFree, type RunningConsole, startConsole } from '../console/start-console.ts';
import { projectRoot } from '../lab/project-root.ts';
import { defineDemo, untilInStep } from './define-demo.ts';
import { openLabSite } from './lab-site.ts';
import { openSimulatedSite } from './simulated-site.ts';
import type { Site } from './site.ts';

export interface DemoOptions {
  simulated: boolean;
  /** Another free one is taken when it is in use. */
  port: number;
  stop: AbortSignal;
}

/** Runs the demo until it is told to stop; gives the exit code. Nothing of it is left when it resolves. */
export async function runDemo({ simulated, port, stop }: DemoOptions): Promise<number> {
  const started = performance.now();
  const say = (what: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const folder = mkdtempSync(join(tmpdir(), 'shoal-demo-'));
  const stopped = new Promise<null>((resolve) => stop.addEventListener('abort', () => resolve(null)));
  let console_: RunningConsole | undefined;
  let site: Promise<Site> | undefined;
  try {
    const build = buildWhatChanged(projectRoot, allSteps, (name) => say(`building ${name}`));
    // The lab boots while the pages are built: the one waits, the other computes.
    site = simulated ? build.then(openSimulatedSite) : openLabSite(say);
    site.catch(() => {});
    const built = await Promise.race([build, stopped]);
    if (!built) return 0;
    if (!built.ok) throw new Error(`building ${built.step} failed: ${built.reason}`);
    say('starting the console');
    console_ = await startConsole({ dataDirectory: folder, port: (await isFree(port)) ? port : 0 });
    const first = console_.firstSignIn;
    if (!first) throw new Error('the console made no administrator');
    const caller = await signIn(console_.url, first.username, first.password);
    const tokens = await defineDemo(caller);
    const opened = await Promise.race([site, stopped]);
    if (!opened) return 0;
    say('enrolling two directors');
    await opened.enrol(console_.url, tokens);
    const died = opened.died.then((reason) => Promise.reject(new Error(reason)));
    if ((await Promise.race([untilInStep(caller).then(() => true), stopped, died])) === null) return 0;
    say('both directors are in step; starting clients');
    await opened.send();
    say('ready');
    console.log(
      `\n  Open      ${console_.url}\n  Sign in   ${first.username} / ${first.password}\n\n  Ctrl-C ends it.\n`,
    );
    await Promise.race([stopped, died]);
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    console.error(`The demo failed: ${(error as Error).message}`);
    return 1;
  } finally {
    if (stop.aborted) say('ending');
    await Promise.allSettled([console_?.stop(), site?.then((opened) => opened.stop())]);
    rmSync(folder, { recursive: true, force: true });
  }
}
