import type { BuildStep } from '../build/build-step.ts';
import { buildWhatChanged } from '../build/build-what-changed.ts';
import { projectRoot } from '../lab/project-root.ts';
import { oneFailed, type Stage } from './stage.ts';

/** The stage, after building what it reads or runs; it has failed when that can't be built. */
export function withBuilt(steps: readonly BuildStep[], stage: Stage): Stage {
  return {
    ...stage,
    run: async () => {
      const outcome = await buildWhatChanged(projectRoot, steps);
      return outcome.ok ? stage.run() : oneFailed(`building ${outcome.step} failed: ${outcome.reason}`);
    },
  };
}
