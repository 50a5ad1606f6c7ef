import { canRunLab } from '../lab/can-run-lab.ts';
import { runKernelTests } from '../lab/run-kernel-tests.ts';
import { startLab } from '../lab/start-lab.ts';
import { oneFailed, oneSkipped, type Stage, type StageOutcome, together } from './stage.ts';
import { runVitest } from './vitest-stage.ts';

/** The lab's own tests, and then the agents' kernel tests in one lab. */
export const kernelStage: Stage = {
  name: 'kernel',
  title: 'The agents against a real kernel, in the lab',
  run: async () => {
    const availability = await canRunLab();
    if (!availability.ok) return oneSkipped(availability.reason);
    return together([await runVitest('lab'), await agentsInKernel()]);
  },
};

async function agentsInKernel(): Promise<StageOutcome> {
  const lab = await startLab();
  try {
    const results = await runKernelTests(lab);
    if (results.length === 0) return oneFailed('no kernel test was found: nothing was checked');
    const of = (outcome: string) => results.filter((result) => result.outcome === outcome);
    return {
      passed: of('passed').length,
      failed: of('failed').length,
      skipped: of('skipped').length,
      details: [...of('failed'), ...of('skipped')]
        .map(({ file, test, outcome, reason }) => `${outcome}: ${file}: ${test}\n${reason ?? ''}`)
        .join('\n'),
    };
  } finally {
    await lab.stop();
  }
}
