import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { type DestinationKeyText, destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { plainConfig, tunnelOf } from '../../../domain/plan/differences.ts';
import type { ReplayedService } from '../../../domain/scheduling/replay.ts';

/** A definition's service as it would schedule now: what is out stays out, whatever its written weight. */
export function replayedAs(service: ServiceDefinition, rows: readonly DestinationRow[]): ReplayedService {
  const out = new Set(rows.filter((row) => row.outBy.length > 0).map((row) => row.key));
  return {
    config: plainConfig(service),
    destinations: service.destinations.map((to) => ({
      ...to,
      tunnel: tunnelOf(to),
      weight: out.has(destinationKeyText(to)) ? 0 : to.weight,
    })),
  };
}

/** The same service with other weights; destinations that aren't named keep theirs. */
export const withWeights = (
  service: ServiceDefinition,
  weights: ReadonlyMap<DestinationKeyText, number>,
): ServiceDefinition => ({
  ...service,
  destinations: service.destinations.map((to) => ({ ...to, weight: weights.get(destinationKeyText(to)) ?? to.weight })),
});
