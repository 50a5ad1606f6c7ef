import type { ApplyProgress } from './views.ts';

/** An intent on its way to every director of a cluster, for somebody who waits until it is done. */
export interface Job {
  /** `shop-17`: the cluster, and the intent's generation. */
  readonly id: string;
  readonly cluster: string;
  readonly generation: number;
  readonly revision: number;
  /** Milliseconds since 1970 on the console's clock. */
  readonly requestedAt: number;
  /**
   * `running`: a director hasn't ended it. `waiting`: those that haven't are held back until the first one has it.
   * `done`: every director's read-back agrees. `failed`: one has failed, refused, or its kernel differs.
   */
  readonly state: 'running' | 'waiting' | 'done' | 'failed';
  readonly directors: readonly JobOnDirector[];
}

export interface JobOnDirector {
  readonly director: string;
  readonly connected: boolean;
  readonly phase: ApplyProgress['phase'];
  readonly readBack: ApplyProgress['readBack'];
  /** The newer intent that the director applied in its place, with all that this one has; null while none did. */
  readonly appliedBy: number | null;
  /** The line that failed, and what the kernel answered; why an intent was refused. */
  readonly failedLine: string | null;
  readonly error: string | null;
  readonly endedAt: number | null;
}

type Ended = Pick<JobOnDirector, 'phase' | 'readBack' | 'appliedBy'>;

/** Whether a director has it: its kernel was read back and agrees. */
export const isDoneOn = ({ phase, readBack, appliedBy }: Ended): boolean =>
  phase === 'superseded' ? appliedBy !== null : phase === 'applied' && readBack === 'agrees';

/** Whether it went wrong there, and won't be tried again by itself. */
export const hasFailedOn = (one: Ended): boolean =>
  one.phase === 'failed' || one.phase === 'refused' || (one.phase === 'applied' && !isDoneOn(one));

/** What a job is by what it is on each director. Without directors there is nothing to do. */
export function jobState(directors: readonly Ended[]): Job['state'] {
  if (directors.some(hasFailedOn)) return 'failed';
  const open = directors.filter((one) => !isDoneOn(one));
  if (open.length === 0) return 'done';
  return open.every(({ phase }) => phase === 'waiting') ? 'waiting' : 'running';
}

export const jobId = (cluster: string, generation: number): string => `${cluster}-${generation}`;

/** The cluster and generation that a job's id names; null when it names none. */
export function parseJobId(id: string): { readonly cluster: string; readonly generation: number } | null {
  const [, cluster, generation] = /^(.+)-(\d{1,15})$/.exec(id) ?? [];
  return cluster === undefined ? null : { cluster, generation: Number(generation) };
}
