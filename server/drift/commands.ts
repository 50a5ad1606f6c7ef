import type { Problem } from '../../domain/definition/change.ts';
import { driftOnDirector } from '../../domain/display/drift-on-director.ts';
import type { AcceptedDrift } from '../../domain/drift/accepted-drift.ts';
import type { DriftItem } from '../../domain/drift/drift-item.ts';
import { standsTarget } from '../../domain/drift/stands-target.ts';
import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { writeIntent } from '../intents/write-intent.ts';
import type { Place } from '../live/fleet.ts';
import { AppError } from '../trpc/app-error.ts';
import { addAccepted, endAccepted } from './store.ts';

/** Most hand edits that may be left on one director, as an intent carries them. */
const mostAccepted = 10_000;

interface Asked {
  readonly cluster: string;
  readonly director: string;
  readonly reason: string;
}

/**
 * Leaves what stands in a director's kernel at these places, laid over the definition there; gives the generation.
 *
 * What stands is taken from the console's own observation, and a place that isn't adrift any more is refused. Nothing
 * is changed in any kernel by it, unless a director hasn't applied an earlier intent yet.
 */
export function ignoreDrift(
  parts: ConsoleParts,
  actor: Actor,
  asked: Asked & { readonly targets: readonly string[] },
): Promise<{ generation: number }> {
  const { cluster, director } = placeOf(parts, asked);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const drifting = new Map(driftOnDirector(cluster.record, director.name, at).map((item) => [item.target, item]));
    const targets = [...new Set(asked.targets)];
    const problems = targets.flatMap((target, index) => problemWith(drifting.get(target), index));
    if (problems.length > 0) throw new AppError('INVALID', 'This can’t be left as it stands.', { problems });
    const { reason } = asked;
    const stands = targets.flatMap((target) => {
      const item = drifting.get(target);
      return item ? [item.stands, ...item.alsoStands] : [];
    });
    const fresh = stands.map((one): AcceptedDrift => {
      const id = parts.randomBytes(12).toString('base64url');
      return { id, stands: one, reason, by: actor.name, since: at };
    });
    const places = new Set(stands.map(standsTarget));
    const replaced = director.accepted.filter((one) => places.has(standsTarget(one.stands)));
    const accepted = [...director.accepted.filter((one) => !replaced.includes(one)), ...fresh];
    if (accepted.length > mostAccepted)
      throw new AppError('TOO_MANY', `A director has ${mostAccepted} of them at most.`);
    const of = { clusterId: cluster.id, directorId: director.id };
    const about = { director: director.name, resource: targets.join(', '), reason };
    const generation = await writeIntent(parts, actor, cluster, {
      next: { ...cluster.wanted, only: [] },
      to: { kind: 'as-before', tryAgain: false },
      at,
      entry: { action: 'drift.ignore', ...about, after: stands },
      accepted,
      write: async (tx, number) => {
        const ids = replaced.map(({ id }) => id);
        await endAccepted(tx, ids, actor.name, at, number);
        await addAccepted(tx, of, fresh, number);
      },
      written: () => {
        director.accepted = accepted;
      },
    });
    return { generation };
  });
}

/** Makes what was left drift again, to be re-applied or adopted; gives the generation. No kernel is changed by it. */
export function stopIgnoring(
  parts: ConsoleParts,
  actor: Actor,
  asked: Asked & { readonly ids: readonly string[] },
): Promise<{ generation: number }> {
  const { cluster, director } = placeOf(parts, asked);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const ending = director.accepted.filter(({ id }) => asked.ids.includes(id));
    const known = new Set(ending.map(({ id }) => id));
    const problems = asked.ids.flatMap((id, index) =>
      known.has(id) ? [] : [{ path: ['ids', index], message: 'not-ignored' }],
    );
    if (problems.length > 0) throw new AppError('INVALID', 'This isn’t left as it stands.', { problems });
    const resource = ending.map(({ stands }) => standsTarget(stands)).join(', ');
    const generation = await writeIntent(parts, actor, cluster, {
      next: { ...cluster.wanted, only: [] },
      to: { kind: 'as-before', tryAgain: false },
      at,
      entry: { action: 'drift.stop-ignoring', director: director.name, resource, reason: asked.reason, before: ending },
      write: (tx, number) => endAccepted(tx, [...known], actor.name, at, number),
      written: () => {
        director.accepted = director.accepted.filter(({ id }) => !known.has(id));
      },
    });
    return { generation };
  });
}

function problemWith(item: DriftItem | undefined, index: number): Problem[] {
  const message = item ? item.notIgnorable : 'not-drifting';
  return message === null ? [] : [{ path: ['targets', index], message }];
}

function placeOf(parts: ConsoleParts, asked: Asked): Place {
  const place = parts.fleet.director(asked.director);
  if (place.cluster.name !== asked.cluster)
    throw new AppError('NOT_FOUND', `${asked.cluster} has no director ${asked.director}.`);
  return place;
}
