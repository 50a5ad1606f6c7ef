import { hasFailedOn, isDoneOn, type Job } from '../../domain/display/job.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { noSocket } from '../trpc/follower.ts';
import { jobOf } from './job-of.ts';

type Parts = Pick<ConsoleParts, 'db' | 'fleet' | 'hub' | 'views'>;

/**
 * A job as soon as it is done, has failed, or only waits for what needn't come: directors without a link, and those
 * held back for people to decide. At the signal, as it is then.
 */
export async function settledJob(parts: Parts, cluster: string, generation: number, signal: AbortSignal): Promise<Job> {
  const viewed = parts.views.applies(cluster, generation);
  for await (const _ of parts.hub.follow(viewed, signal, noSocket())) {
    const job = await jobOf(parts, cluster, generation);
    if (isSettled(job)) return job;
  }
  return jobOf(parts, cluster, generation);
}

const isSettled = ({ state, directors }: Job): boolean =>
  state !== 'running' ||
  directors.every((one) => isDoneOn(one) || hasFailedOn(one) || !one.connected || one.phase === 'waiting');
