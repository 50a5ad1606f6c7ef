// npm run build: builds what changed.  npm run build -- agent,console  builds those alone.
import { projectRoot } from '../lab/project-root.ts';
import { buildWhatChanged } from './build-what-changed.ts';
import { allSteps } from './steps.ts';

const wanted = process.argv[2]?.split(',');
const unknown = wanted?.filter((name) => !allSteps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is ${allSteps.map((step) => step.name).join(', ')} to build; not ${unknown.join(', ')}`);
  process.exit(2);
}
const steps = allSteps.filter((step) => wanted?.includes(step.name) ?? true);
const outcome = await buildWhatChanged(projectRoot, steps, (name) => console.log(`building ${name} …`));
if (outcome.ok) console.log(outcome.built.length > 0 ? `built ${outcome.built.join(', ')}` : 'nothing has changed');
else console.error(`${outcome.step}: ${outcome.reason}`);
process.exitCode = outcome.ok ? 0 : 1;
