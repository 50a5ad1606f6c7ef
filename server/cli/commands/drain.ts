import { deadlineActions, drainModes } from '../../../domain/overlay/overlay.ts';
import type { Changed } from '../answers.ts';
import type { Command, Run } from '../command.ts';
import { Refused } from '../console-api.ts';
import { type Drains, untilDrained } from '../drain-progress.ts';
import { durationOf } from '../duration.ts';
import { exitCodes } from '../exit-code.ts';
import { clusterPath } from '../find-cluster.ts';
import { findTargets, type Target, targetOptions } from '../find-targets.ts';
import { clusterOption, confirmOption, reasonOption, timeoutOption, waitOption } from '../options.ts';
import { drainPlanLines } from '../plan-lines.ts';
import { reasonOf } from '../reason-of.ts';
import { settled } from '../settled.ts';
import { Waiting } from '../waiting.ts';

export const drain: Command = {
  name: ['drain'],
  takes: 'SERVER...',
  count: [0, 1000],
  summary: 'Take real servers out of service',
  options: [
    clusterOption,
    ...targetOptions,
    reasonOption,
    {
      name: 'mode',
      value: 'MODE',
      choices: drainModes,
      help: 'What happens to clients that come: wait, elsewhere, cut (wait)',
    },
    { name: 'deadline', value: 'TIME', help: 'When it must be drained' },
    {
      name: 'at-deadline',
      value: 'WHAT',
      choices: deadlineActions,
      help: 'What happens then: ask, cut, give-up (ask)',
    },
    { name: 'ignore-persistence', help: 'Drained with ActiveConn 0, whatever persistence templates are left' },
    { name: 'over-guard', help: 'Go below the guard; for administrators' },
    confirmOption,
    { name: 'plan', help: 'Only say what it would do' },
    waitOption,
    timeoutOption,
  ],
  help: [
    'Without --wait it ends when every director’s kernel has it; with --wait when no connection is left.',
    'With --wait, what is out already stays so and is waited for: a pipeline may try again.',
    '',
    '  shoal drain web1 --reason "release 4.2" --wait --timeout 10m',
    '  shoal drain --label half=1 --reason OPS-77 --mode elsewhere --deadline 5m --at-deadline cut --wait',
  ],
  run: async (run) => {
    const { given, api, terminal } = run;
    const waiting = new Waiting(run);
    const { cluster, targets, names } = await findTargets(run);
    const how = {
      mode: given.text('mode') ?? 'wait',
      ignoresPersistence: given.flag('ignore-persistence'),
    };
    const path = `${clusterPath(cluster)}/drains`;
    if (given.flag('plan')) {
      const plan = await api.post<Parameters<typeof drainPlanLines>[0]>(`${path}/plan`, {
        targets,
        action: 'drain',
        ...how,
      });
      if (terminal.asJson) terminal.json(plan);
      else terminal.lines(drainPlanLines(plan));
      return exitCodes.done;
    }
    const reason = reasonOf(run);
    const body = { targets, reason, ...how, ...deadlineOf(run), overGuard: given.flag('over-guard') };
    const confirm = given.text('confirm');
    const changed = await started(run, path, { ...body, confirm }, Math.min(30, waiting.left));
    const job = changed.job && given.flag('wait') ? await settled(run, changed.job, waiting) : changed.job;
    const rows = given.flag('wait') ? await untilDrained(run, cluster, changed.overlays, names, waiting) : [];
    if (terminal.asJson)
      terminal.json({
        cluster,
        targets,
        overlays: changed.overlays,
        job,
        drained: given.flag('wait'),
        destinations: rows,
      });
    else
      terminal.line(
        `${names.join(', ')}: ${given.flag('wait') ? 'drained' : `draining (job ${job?.id}: ${job?.state})`}`,
      );
    return exitCodes.done;
  },
};

interface Started extends Partial<Changed> {
  readonly overlays: readonly string[];
}

/** Starts the drain; what is out already stays so, and is only waited for. */
async function started(
  { api, given }: Run,
  path: string,
  body: { readonly targets: readonly Target[]; readonly confirm: string | null },
  wait: number,
): Promise<Started> {
  try {
    return await api.post<Changed & Started>(path, body, wait);
  } catch (error) {
    const isOut =
      error instanceof Refused && error.problem.problems?.every(({ problem }) => problem === 'drained-already');
    if (!isOut || !given.flag('wait')) throw error;
    const targets = new Set(body.targets.map(targetText));
    const { overlays } = await api.get<Drains>(path);
    const own = overlays.filter(
      ({ kind, release, target }) => kind === 'drain' && !release && targets.has(targetText(target)),
    );
    return { overlays: own.map(({ id }) => id) };
  }
}

const targetText = (target: Target): string =>
  target.kind === 'real-server' ? target.name : `${target.service} ${target.destination}`;

function deadlineOf({ given }: Run) {
  const deadline = given.text('deadline');
  return {
    deadlineIn: deadline === null ? null : durationOf(deadline, 'deadline'),
    atDeadline: given.text('at-deadline') ?? 'ask',
  };
}
