// npm test: every stage, each counted.  npm test -- --only kernel,unit  runs the named ones.
import { agentStep, allSteps, consoleStep, prismaStep } from '../build/steps.ts';
import { browserStage } from './browser-stage.ts';
import { buildStage } from './build-stage.ts';
import { causesStage } from './causes-stage.ts';
import { checkStages } from './check-stages.ts';
import { kernelStage } from './kernel-stage.ts';
import { runStages } from './run-stages.ts';
import { vitestStage } from './vitest-stage.ts';
import { withBuilt } from './with-built.ts';

const all = [
  buildStage,
  ...checkStages.map((stage) => withBuilt([prismaStep], stage)),
  withBuilt([prismaStep], vitestStage('unit', 'Unit and property tests')),
  withBuilt([prismaStep], vitestStage('server', 'Server tests')),
  kernelStage,
  withBuilt([prismaStep, agentStep, consoleStep], causesStage),
  withBuilt(allSteps, browserStage),
];

const place = process.argv.indexOf('--only');
const wanted = place < 0 ? undefined : (process.argv[place + 1] ?? '').split(',');
const unknown = wanted?.filter((name) => !all.some((stage) => stage.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`--only takes ${all.map((stage) => stage.name).join(', ')}; not ${unknown.join(', ')}`);
  process.exit(2);
}

const { failed } = await runStages({
  stages: all.filter((stage) => wanted?.includes(stage.name) ?? true),
  isCi: process.env.CI === 'true',
  write: (text) => process.stdout.write(text),
  now: () => performance.now(),
});
// Not left to the event loop: what a broken stage has left open must not hang the suite.
process.exit(failed > 0 ? 1 : 0);
