import { buildWhatChanged } from '../build/build-what-changed.ts';
import { allSteps } from '../build/steps.ts';
import { projectRoot } from '../lab/project-root.ts';
import { oneFailed, onePassed, type Stage, together } from './stage.ts';

/** The database client, the agent, the console and its pages: later stages run them. Each counts as one. */
export const buildStage: Stage = {
  name: 'build',
  title: 'Build',
  run: async () => {
    const outcomes = [];
    for (const step of allSteps) {
      const outcome = await buildWhatChanged(projectRoot, [step]);
      outcomes.push(outcome.ok ? onePassed : oneFailed(`${outcome.step}: ${outcome.reason}`));
    }
    return together(outcomes);
  },
};
