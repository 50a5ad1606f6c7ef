import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { invalid } from '../trpc/app-error.ts';
import { release } from './release.ts';

/** Lets the waiting directors go on, whatever became of the first one; gives the generation that brings the revision. */
export function goOn(
  parts: ConsoleParts,
  actor: Actor,
  asked: { readonly cluster: string; readonly reason: string },
): Promise<{ generation: number }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const { rollout } = cluster;
    if (!rollout) throw invalid('no-rollout', ['cluster']);
    const entry = { action: 'rollout.go-on' as const, resource: rollout.first, reason: asked.reason };
    return { generation: await release(parts, actor, cluster, entry, parts.now()) };
  });
}
