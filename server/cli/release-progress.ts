import type { z } from 'zod';
import type { releaseRowSchema, releaseViewSchema } from '../api/schemas/release-schema.ts';
import type { Run } from './command.ts';
import { Ending, usage } from './exit-code.ts';
import type { Waiting } from './waiting.ts';

export type Release = z.output<typeof releaseViewSchema>;
export type ReleaseRow = z.output<typeof releaseRowSchema>;

export const releasePath = (id: string): string => `/releases/${encodeURIComponent(id)}`;

/** The release that was named; else the one that goes on, or the newest one. */
export async function namedRelease(run: Run): Promise<Release> {
  const { given, api, cluster } = run;
  const [id] = given.words;
  if (id !== undefined) return api.get<Release>(releasePath(id));
  const { rows } = await api.get<{ rows: ReleaseRow[] }>('/releases', { cluster });
  const going = rows.filter(({ endedAt }) => endedAt === null);
  if (going.length > 1)
    throw usage(`Several go on: name one of ${going.map((one) => `${one.id} (${one.cluster})`).join(', ')}`);
  const newest = going[0] ?? rows[0];
  if (!newest) throw new Ending('refused', 'There is no release.');
  return api.get<Release>(releasePath(newest.id));
}

/** A release that holds for a deployment at a wave, or has ended. */
type Resting = { readonly rests: 'holds' | 'ended' };

/**
 * Waits until a release holds at a wave for the deployment, or ended; ends the command where it halted.
 *
 * `after` is the wave whose hold is over: it holds again only at a later one.
 */
export function untilRests({ api }: Run, id: string, waiting: Waiting, after = -1): Promise<Release & Resting> {
  return waiting.until<Release & Resting>(async () => {
    const release = await api.get<Release>(releasePath(id));
    const { status, step, wave, halt } = release.state;
    if (status === 'done' || status === 'rolled-back') return { done: { ...release, rests: 'ended' as const } };
    if (status === 'halted')
      throw new Ending('failed', `${lineOf(release)}: ${haltText(halt)}. Say resume, retry, skip or roll-back.`);
    if (status === 'running' && step === 'hold' && wave > after)
      return { done: { ...release, rests: 'holds' as const } };
    return { left: lineOf(release) };
  });
}

/** Names of the servers that the release has out now; none when it has ended. */
export const waveServers = ({ waves, state }: Release): string[] =>
  state.endedAt === null
    ? (waves[state.wave]?.servers ?? []).flatMap(({ name, phase }) => (absent.has(phase) ? [] : name))
    : [];

const absent: ReadonlySet<string> = new Set(['left-out', 'gone', 'skipped']);

/** `release k3f (shop): wave 1 of 2, hold: web1 drained, web2 drained`. */
export function lineOf({ id, cluster, state, waves }: Release): string {
  const servers = waves[state.wave]?.servers.map(({ name, phase }) => `${name} ${phase}`) ?? [];
  const where = state.endedAt === null ? `wave ${state.wave + 1} of ${waves.length}, ${state.step}` : state.status;
  const said = state.status === 'running' || state.endedAt !== null ? where : `${state.status}, ${where}`;
  return `release ${id} (${cluster}): ${said}${state.endedAt === null ? `: ${servers.join(', ')}` : ''}`;
}

const haltText = (halt: Release['state']['halt']): string =>
  halt === null
    ? 'halted'
    : Object.entries(halt)
        .map(([name, value]) =>
          name === 'kind' ? String(value) : `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`,
        )
        .join(', ');
