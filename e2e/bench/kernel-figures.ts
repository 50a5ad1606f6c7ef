import { bundlePrograms } from '../lab/bundle-programs.ts';
import type { Lab } from '../lab/lab.ts';
import { projectNode } from '../lab/project-root.ts';
import { agentBundle } from '../lab/start-agent.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

interface Told {
  apply: { write: number[]; whole: number[]; restore: number[] };
  sample: { shoal: number[]; list: number[] };
  replan: { nothing: number; oneWeight: number };
  look: { standing: number; read: number; tookMs: number; cpuMs: number; megabytes: number };
  'agent-load': {
    samplesASecond: number;
    bytesASecond: number;
    agent: { cpuPercent: number; megabytes: number };
    idle: { cpuPercent: number; megabytes: number };
  };
}

/** Figures of the agent on the lab's kernel. Each program runs alone in a network namespace of its own. */
export async function kernelFigures(lab: Lab, onProgress: (what: string) => void): Promise<Figure[]> {
  const bundles = await bundlePrograms({
    'bench/apply': 'e2e/bench/guest/apply.ts',
    'bench/sample': 'e2e/bench/guest/sample.ts',
    'bench/replan': 'e2e/bench/guest/replan.ts',
    'bench/agent-load': 'e2e/bench/guest/agent-load.ts',
    'bench/look': 'e2e/bench/guest/look.ts',
  });
  const run = async <Name extends keyof Told>(name: Name, ...args: string[]): Promise<Told[Name]> => {
    const program = [projectNode, '--enable-source-maps', bundles[`bench/${name}`], ...args];
    const alone = ['unshare', '-n', 'bash', '-c', 'ip link set lo up && exec "$@"', 'bash', ...program];
    const { code, stdout, stderr } = await lab.exec('root', alone, { timeoutMs: 900_000 });
    if (code !== 0) throw new Error(`${name} ended with code ${code}\n${stderr}`);
    return JSON.parse(stdout) as Told[Name];
  };
  onProgress('sampling 1,000 × 10, against ipvsadm -Ln --stats');
  const sample = await run('sample', '15');
  onProgress('planning again on 1,000 × 10');
  const replan = await run('replan');
  onProgress('the agent at 100 × 10, next to an idle Node process');
  const load = await run('agent-load', agentBundle, '20');
  onProgress('a look into 200,000 connections');
  const look = await run('look', '200000');
  onProgress('applying 1,000 × 10, against ipvsadm -R (minutes)');
  const apply = await run('apply', '9');
  return [
    fasterThan('write 1,000 × 10 into an empty table', 'ipvsadm -R', 50, apply.write, apply.restore),
    fasterThan('the same, with plan and read-back', 'ipvsadm -R', null, apply.whole, apply.restore),
    fasterThan('full sample of 1,000 × 10 with counters', 'ipvsadm -Ln --stats', 2, sample.shoal, sample.list),
    exactly('plan again, nothing changed', 0, replan.nothing),
    exactly('plan again, one weight changed', 1, replan.oneWeight),
    {
      name: 'agent at 100 × 10, 1 Hz: CPU of one core',
      value: `${load.agent.cpuPercent.toFixed(1)} %`,
      goal: null,
      behind: `idle Node ${load.idle.cpuPercent.toFixed(1)} %; ${load.samplesASecond.toFixed(2)} samples/s`,
    },
    {
      name: 'agent at 100 × 10, 1 Hz: memory',
      value: `${load.agent.megabytes.toFixed(0)} MB`,
      goal: null,
      behind: `idle Node ${load.idle.megabytes.toFixed(0)} MB; sends ${(load.bytesASecond / 1000).toFixed(1)} kB/s`,
    },
    {
      name: 'look into a connection table: CPU of one core',
      value: `${((100 * look.cpuMs) / look.tookMs).toFixed(0)} %`,
      goal: null,
      behind: `${look.read} of ${look.standing} entries in ${(look.tookMs / 1000).toFixed(1)} s, ${look.megabytes.toFixed(0)} MB`,
    },
  ];
}

/** The ratio of two medians from the same run. */
function fasterThan(name: string, other: string, goal: number | null, ours: number[], theirs: number[]): Figure {
  const ratio = median(theirs) / median(ours);
  return {
    name,
    value: `${ratio.toFixed(1)} times faster`,
    goal: goal === null ? null : { text: `≥ ${goal} times ${other}`, met: ratio >= goal },
    behind: `medians of ${ours.length}: ${median(ours).toFixed(0)} ms, ${other} ${median(theirs).toFixed(0)} ms`,
  };
}

const exactly = (name: string, goal: number, messages: number): Figure => ({
  name,
  value: `${messages} messages`,
  goal: { text: String(goal), met: messages === goal },
  behind: 'messages that write, on a table of 1,000 × 10',
});
