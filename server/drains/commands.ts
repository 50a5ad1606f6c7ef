import type { Preview } from '../../domain/display/preview.ts';
import { previewOf } from '../../domain/display/preview-of.ts';
import type { DrainTarget } from '../../domain/overlay/overlay.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { confirmed } from '../definition/confirmed.ts';
import { addOverlays, endOverlays } from '../intents/store.ts';
import { writeIntent } from '../intents/write-intent.ts';
import { AppError } from '../trpc/app-error.ts';
import { plannedDrain, plannedReturn } from './planned-drain.ts';

interface Asked {
  readonly cluster: string;
  readonly targets: readonly DrainTarget[];
}

const newId = (parts: ConsoleParts) => () => parts.randomBytes(12).toString('base64url');

/** What a drain or its end would do on each director. Nothing is written. */
export function previewDrain(parts: ConsoleParts, asked: Asked & { readonly action: 'drain' | 'return' }): Preview {
  const cluster = parts.fleet.cluster(asked.cluster);
  const at = parts.now();
  const planned =
    asked.action === 'drain'
      ? plannedDrain(cluster, asked.targets, { newId: newId(parts), reason: '', by: '', at })
      : plannedReturn(cluster, asked.targets);
  if (!planned.ok) return planned;
  return previewOf(cluster.record, { ...cluster.record, overlays: planned.overlays }, at);
}

/** Lays weight 0 over each target until it is ended; gives the new overlays. */
export function startDrain(
  parts: ConsoleParts,
  actor: Actor,
  asked: Asked & { readonly reason: string; readonly confirm: string | null },
): Promise<{ generation: number; overlays: readonly string[] }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const { reason, targets } = asked;
    const planned = plannedDrain(cluster, targets, { newId: newId(parts), reason, by: actor.name, at });
    if (!planned.ok) throw new AppError('INVALID', 'This can’t be drained.', planned);
    const next = { ...cluster.wanted, overlays: planned.overlays, only: null };
    confirmed(previewOf(cluster.record, { ...cluster.record, ...next }, at), asked.confirm);
    const generation = await writeIntent(parts, actor, cluster, {
      next,
      to: { kind: 'as-before', tryAgain: false },
      at,
      entry: { action: 'drain.start', reason, ...about(planned.changed), before: null, after: planned.changed },
      write: (tx, began) => addOverlays(tx, cluster.id, planned.changed, began),
    });
    return { generation, overlays: planned.changed.map((overlay) => overlay.id) };
  });
}

/** Takes the drains of the targets away, so that each serves by its written weight again. */
export function endDrain(
  parts: ConsoleParts,
  actor: Actor,
  asked: Asked & { readonly reason: string },
): Promise<{ generation: number }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const at = parts.now();
    const planned = plannedReturn(cluster, asked.targets);
    if (!planned.ok) throw new AppError('INVALID', 'This can’t be returned to service.', planned);
    const { changed, overlays } = planned;
    const generation = await writeIntent(parts, actor, cluster, {
      next: { ...cluster.wanted, overlays, only: null },
      to: { kind: 'as-before', tryAgain: false },
      at,
      entry: { action: 'drain.end', reason: asked.reason, ...about(changed), before: changed, after: null },
      write: (tx, ended) => {
        const ids = changed.map((overlay) => overlay.id);
        return endOverlays(tx, ids, actor.name, at, ended);
      },
    });
    return { generation };
  });
}

const about = (overlays: readonly { readonly target: DrainTarget }[]) => ({
  resource: overlays.map((overlay) => targetText(overlay.target)).join(', '),
});
