import type { Changed } from '../answers.ts';
import type { Command } from '../command.ts';
import { type Drains, rowText } from '../drain-progress.ts';
import { durationOf } from '../duration.ts';
import { exitCodes } from '../exit-code.ts';
import { clusterPath } from '../find-cluster.ts';
import { findTargets, targetOptions } from '../find-targets.ts';
import { clusterOption, reasonOption, timeoutOption, waitOption } from '../options.ts';
import { reasonOf } from '../reason-of.ts';
import { settled } from '../settled.ts';
import { Waiting } from '../waiting.ts';

export const returnCommand: Command = {
  name: ['return'],
  takes: 'SERVER...',
  count: [0, 1000],
  summary: 'Return real servers to service',
  options: [
    clusterOption,
    ...targetOptions,
    reasonOption,
    { name: 'ramp', value: 'TIME', help: 'Raise their weights over so long; at once unless given' },
    { name: 'passing', value: 'N', help: 'Only after N fresh checks in a row passed, where there are checks' },
    waitOption,
    timeoutOption,
  ],
  help: [
    'With --wait it ends when they have their written weight again in every kernel.',
    '',
    '  shoal return web1 --reason "release 4.2" --ramp 60s --wait',
  ],
  run: async (run) => {
    const { given, api, terminal } = run;
    const waiting = new Waiting(run);
    const { cluster, targets, names } = await findTargets(run);
    const ramp = given.text('ramp');
    const passing = given.text('passing');
    const body = {
      targets,
      reason: reasonOf(run),
      ramp: ramp === null ? null : { over: durationOf(ramp, 'ramp') },
      ...(passing === null ? {} : { passingNeeded: Number(passing) }),
    };
    const path = `${clusterPath(cluster)}/drains`;
    const changed = await api.post<Changed>(`${path}/end`, body, Math.min(30, waiting.left));
    const job = changed.job && given.flag('wait') ? await settled(run, changed.job, waiting) : changed.job;
    if (given.flag('wait'))
      await waiting.until(async () => {
        const { destinations, overlays } = await api.get<Drains>(path);
        const out = destinations.filter(({ realServer }) => names.includes(realServer));
        // Another reason keeps it out: this one is gone, and that is what was asked.
        const others = overlays.filter(({ kind, release }) => kind === 'drain' && release !== null);
        const left = out.filter(({ drain, state }) => drain === null || (others.length === 0 && state !== 'serving'));
        return left.length === 0 ? { done: null } : { left: left.map(rowText).join('; ') };
      });
    if (terminal.asJson) terminal.json({ cluster, targets, job, returned: given.flag('wait') });
    else
      terminal.line(
        `${names.join(', ')}: ${given.flag('wait') ? 'in service' : `returning (job ${job?.id}: ${job?.state})`}`,
      );
    return exitCodes.done;
  },
};
