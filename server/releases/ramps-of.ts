import { desiredTable } from '../../domain/desired/desired-table.ts';
import { coveredBy } from '../../domain/overlay/covered-places.ts';
import { isDrain, type Overlay } from '../../domain/overlay/overlay.ts';
import { rampWeights } from '../../domain/overlay/ramp-steps.ts';
import type { ServiceReturn } from '../../domain/overlay/service-return.ts';
import { ordersOf } from '../../domain/release/orders-of.ts';
import { firstStep } from '../drains/planned-drain.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { LiveRelease } from './live-release.ts';

/** The first steps of the ramps by which servers return whose drains end; none where their weights have no steps. */
export function rampsOf(
  cluster: LiveCluster,
  { plan, state, reason, startedBy: by }: LiveRelease,
  ends: readonly Overlay[],
  at: number,
): { readonly added: readonly Overlay[]; readonly returnsAdded: readonly ServiceReturn[] } {
  const over = ordersOf(plan, state)?.ramp ?? null;
  if (over === null) return { added: [], returnsAdded: [] };
  const placesOf = coveredBy(desiredTable(cluster.wanted.definition, []));
  const returnsAdded = ends.filter(isDrain).flatMap(({ id, target }): ServiceReturn[] => {
    const places = placesOf([target]);
    if (!places.some(({ destination }) => rampWeights(destination.writtenWeight, over).length > 0)) return [];
    const began = { since: at, step: 0, steppedAt: at, passingNeeded: null };
    return [{ ...{ id: `${id}.up`, target, phase: 'ramp', over, reason, by }, ...began }];
  });
  const added = returnsAdded.map((one) => ({ ...firstStep(one, at), release: plan.id }));
  return { added, returnsAdded };
}
