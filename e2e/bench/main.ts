import { buildWhatChanged } from '../build/build-what-changed.ts';
import { allSteps } from '../build/steps.ts';
import { projectRoot } from '../lab/project-root.ts';
import { startLab } from '../lab/start-lab.ts';
import { auditFigures } from './audit-figures.ts';
import { browserFigures } from './browser-figures.ts';
import { checkFigures } from './check-figures.ts';
import { historyFigures } from './history-figures.ts';
import { kernelFigures } from './kernel-figures.ts';
import { figureTable } from './print-figures.ts';
import { screenFigures } from './screen-figures.ts';

/** `npm run bench`: measures in the lab, and prints a table. Ends with 1 when a goal was missed. */
const say = (what: string) => console.error(`… ${what}`);
const built = await buildWhatChanged(projectRoot, allSteps, (name) => say(`building ${name}`));
if (!built.ok) throw new Error(`${built.step}: ${built.reason}`);
// The whole path first, with nothing else running; then the kernel alone.
const whole = [...(await browserFigures(say)), ...(await screenFigures(say))];
const lab = await startLab({ onProgress: say });
try {
  const figures = [
    ...(await kernelFigures(lab, say)),
    ...whole,
    ...(await checkFigures(say)),
    ...(await historyFigures(say)),
    ...(await auditFigures(say)),
  ];
  console.log(figureTable(figures));
  process.exitCode = figures.some(({ goal }) => goal?.met === false) ? 1 : 0;
} finally {
  await lab.stop();
}
