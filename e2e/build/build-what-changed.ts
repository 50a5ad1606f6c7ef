import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildStep } from './build-step.ts';
import { contentsOf } from './contents-of.ts';

export type BuildOutcome = { ok: true; built: string[] } | { ok: false; step: string; reason: string };

/**
 * Runs, one after the other, the steps whose inputs changed since they last succeeded or whose outputs are gone. Stops
 * at the first that fails. What was built is remembered in `.cache/build`.
 */
export async function buildWhatChanged(
  root: string,
  steps: readonly BuildStep[],
  onStep: (name: string) => void = () => {},
): Promise<BuildOutcome> {
  const stamps = join(root, '.cache', 'build');
  mkdirSync(stamps, { recursive: true });
  const built: string[] = [];
  for (const step of steps) {
    const stamp = join(stamps, step.name);
    const contents = contentsOf(root, step.inputs);
    const hasOutputs = () => step.outputs.every((path) => existsSync(join(root, path)));
    if (hasOutputs() && existsSync(stamp) && readFileSync(stamp, 'utf8') === contents) continue;
    onStep(step.name);
    rmSync(stamp, { force: true });
    try {
      await step.run();
    } catch (error) {
      return { ok: false, step: step.name, reason: (error as Error).message };
    }
    if (!hasOutputs()) return { ok: false, step: step.name, reason: `it did not make ${step.outputs.join(', ')}` };
    writeFileSync(stamp, contents);
    built.push(step.name);
  }
  return { ok: true, built };
}
