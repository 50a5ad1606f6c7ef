import type { Changed, Job } from './answers.ts';
import type { Run } from './command.ts';
import { Ending } from './exit-code.ts';
import { Waiting } from './waiting.ts';

/** Seconds that one request waits for a job. */
const oneWait = 20;

/** A job once no director is on it any more; ends the command when one has failed, or the time is over. */
export function settled(run: Run, job: Job, waiting: Waiting): Promise<Job> {
  let known = job;
  return waiting.until(async () => {
    if (known.state === 'running')
      known = await run.api.get<Job>(`/jobs/${known.id}`, {}, Math.min(oneWait, waiting.left));
    if (known.state === 'failed') throw new Ending('failed', jobText(known));
    return known.state === 'done' ? { done: known } : { left: jobText(known) };
  });
}

/** The job of a change: settled where the command waits, as it is otherwise; says which directors haven't got it. */
export async function jobOf(run: Run, { job }: Changed, waiting = new Waiting(run)): Promise<Job | null> {
  if (!job) return null;
  if (run.given.flag('wait')) return settled(run, job, waiting);
  if (job.state !== 'done') run.terminal.note(jobText(job));
  return job;
}

/** `job shop-17: lb1 applied, read back agrees; lb2 requested (not connected)`. */
export const jobText = ({ id, directors }: Job): string =>
  `job ${id}: ${directors
    .map(({ director, connected, phase, readBack, failedLine, error }) => {
      const read = readBack === null ? '' : `, read back ${readBack}`;
      const away = connected ? '' : ' (not connected)';
      return `${director} ${phase}${read}${away}${error ? `: ${failedLine ? `${failedLine}: ` : ''}${error}` : ''}`;
    })
    .join('; ')}`;
