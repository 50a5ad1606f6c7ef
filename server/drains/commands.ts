import type { Problem } from '../../domain/definition/change.ts';
import { previewOf } from '../../domain/display/preview-of.ts';
import type { DrainChangeInput, DrainEndInput, DrainStartInput } from '../../domain/overlay/drain-input.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { confirmed } from '../definition/confirmed.ts';
import { guarded } from '../guard/guarded.ts';
import { AppError } from '../trpc/app-error.ts';
import { nextWith } from './next-with.ts';
import { plannedChange, plannedDrain, plannedReturn } from './planned-drain.ts';
import { recordUnwritten } from './record-unwritten.ts';
import { statedSysctl } from './stated-sysctl.ts';
import { namedTargets, writeDrains } from './write-drains.ts';

const newId = (parts: ConsoleParts) => () => parts.randomBytes(12).toString('base64url');

export interface Started {
  readonly generation: number;
  /** Ids of the new overlays. */
  readonly overlays: readonly string[];
}

/** Lays a drain over each target until it is ended, all in one intent. */
export function startDrain(parts: ConsoleParts, actor: Actor, asked: DrainStartInput): Promise<Started> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const planned = plannedDrain(cluster, asked, { newId: newId(parts), by: actor.name, at });
    if (!planned.ok) throw cannot('be drained', planned.problems);
    const { states } = statesOrThrow(statedSysctl(cluster, planned.added, at));
    const { reason, overGuard } = asked;
    const resource = namedTargets(planned.added.map(({ target }) => target));
    const next = nextWith(cluster.wanted, planned.overlays, states);
    const action = 'drain.start' as const;
    const breaches = await guarded(parts, actor, cluster, next, { action, resource, reason, overGuard });
    const over = new Set(breaches.length > 0 ? planned.added.map(({ id }) => id) : []);
    const flag = (overlays: typeof planned.added) =>
      overlays.map((overlay) => (over.has(overlay.id) ? { ...overlay, overGuard: true } : overlay));
    const change = { ...planned, added: flag(planned.added), overlays: flag(planned.overlays) };
    confirmed(previewOf(cluster.record, { ...cluster.record, ...next }, at), asked.confirm);
    const { ended: before, added: after } = change;
    const entry = { action, reason, resource, before: before.length > 0 ? before : null, after };
    const generation = await writeDrains(parts, actor, cluster, change, states, at, { entry });
    return { generation, overlays: after.map(({ id }) => id) };
  });
}

/** Gives drains another mode, deadline or meaning of drained; they go on under their ids. */
export function changeDrain(parts: ConsoleParts, actor: Actor, asked: DrainChangeInput): Promise<Started> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const planned = plannedChange(cluster, asked, at);
    if (!planned.ok) throw cannot('be changed', planned.problems);
    const { states } = statesOrThrow(statedSysctl(cluster, planned.added, at));
    const next = nextWith(cluster.wanted, planned.overlays, states);
    confirmed(previewOf(cluster.record, { ...cluster.record, ...next }, at), asked.confirm);
    const { ended: before, added: after } = planned;
    const resource = namedTargets(after.map(({ target }) => target));
    const entry = { action: 'drain.change' as const, reason: asked.reason, resource, before, after };
    const generation = await writeDrains(parts, actor, cluster, planned, states, at, { entry });
    return { generation, overlays: after.map(({ id }) => id) };
  });
}

/** Takes operators' drains of the targets away: at once, step by step, or once their checks have passed. */
export function endDrain(parts: ConsoleParts, actor: Actor, asked: DrainEndInput): Promise<{ generation: number }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const planned = plannedReturn(cluster, asked, { newId: newId(parts), by: actor.name, at });
    if (!planned.ok) throw cannot('be returned to service', planned.problems);
    const { ended, added, returnsAdded } = planned;
    const entry = {
      ...{ action: 'drain.end' as const, reason: asked.reason, resource: namedTargets(asked.targets) },
      before: ended.length > 0 ? ended : null,
      after:
        returnsAdded.length > 0
          ? returnsAdded.map(({ target, phase, over, passingNeeded }) => ({
              target: targetText(target),
              phase,
              over,
              passingNeeded,
            }))
          : null,
    };
    // No director is to be told that something waits for its checks.
    if (ended.length === 0 && added.length === 0)
      return { generation: await recordUnwritten(parts, actor, cluster, planned, entry, at) };
    return { generation: await writeDrains(parts, actor, cluster, planned, null, at, { entry }) };
  });
}

const cannot = (what: string, problems: readonly Problem[]): AppError =>
  new AppError('INVALID', `This can’t ${what}.`, { problems });

function statesOrThrow(stated: ReturnType<typeof statedSysctl>): Extract<typeof stated, { ok: true }> {
  if (!stated.ok) throw cannot('send clients elsewhere', stated.problems);
  return stated;
}
