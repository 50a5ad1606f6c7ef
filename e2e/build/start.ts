// npm start: the console alone, for production, after building what changed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../lab/project-root.ts';
import { buildWhatChanged } from './build-what-changed.ts';
import { allSteps } from './steps.ts';

const outcome = await buildWhatChanged(projectRoot, allSteps, (name) => console.error(`building ${name} …`));
if (outcome.ok) await import(pathToFileURL(join(projectRoot, 'dist', 'console', 'main.mjs')).href);
else {
  console.error(`${outcome.step}: ${outcome.reason}`);
  process.exitCode = 1;
}
