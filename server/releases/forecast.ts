import type { z } from 'zod';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import { isDrain } from '../../domain/overlay/overlay.ts';
import { drainEstimates } from '../../domain/release/drain-estimate.ts';
import { forecast } from '../../domain/release/forecast.ts';
import type { planReleaseSchema } from '../../domain/release/release-input.ts';
import type { ReleaseForecast } from '../../domain/release/release-view.ts';
import { serverPlaces } from '../../domain/release/server-places.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { plannedRelease } from './planned.ts';

/** What a release would do, when, on simulated time. Nothing is written. */
export function forecastRelease(parts: ConsoleParts, asked: z.output<typeof planReleaseSchema>): ReleaseForecast {
  const cluster = parts.fleet.cluster(asked.cluster);
  const { settings, deployment } = asked;
  const at = parts.now();
  const planned = plannedRelease(cluster, settings, { id: 'forecast', overGuard: false, at });
  if (!planned.ok) return planned;
  const { plan, breaches, confirm } = planned;
  const drains = plan.waves.map(({ servers }) => drainEstimates(cluster.record, settings, servers, at));
  const simulated = forecast(plan, { drains, deployment, checks: checkSeconds(cluster, settings) });
  return {
    ok: true,
    waves: simulated.waves.map((wave, index) => ({
      ...wave,
      belowGuard: (breaches[index] ?? []).map(({ name }) => name),
    })),
    takenOut: takenOut(cluster, plan),
    limit: plan.limit,
    unheard: cluster.directors.map(({ name }) => name).filter((name) => !plan.directors.includes(name)),
    took: simulated.took,
    belowGuard: breaches.some((wave) => wave.length > 0),
    confirm,
  };
}

type Plan = Parameters<typeof forecast>[0];

/** How long the passes that are asked for take, by the slowest check of the services. */
function checkSeconds({ wanted }: LiveCluster, { services, verify }: Plan['settings']): number {
  const meant = wanted.definition.services.filter(
    ({ key }) => services.length === 0 || services.includes(serviceKeyText(key)),
  );
  return Math.max(0, ...meant.map(({ check }) => (check ? check.interval * verify.passes : 0)));
}

function takenOut({ wanted: { definition, overlays } }: LiveCluster, { waves }: Plan) {
  const placesOf = serverPlaces({ definition, table: desiredTable(definition, overlays) });
  return waves.flatMap(({ servers }) =>
    servers.flatMap((server) => {
      const places = placesOf(server);
      const drains = places.map(({ wanted }) =>
        wanted.outBy.find((overlay) => isDrain(overlay) && overlay.release === null),
      );
      const [first] = drains;
      return first && drains.every((drain) => drain !== undefined)
        ? [{ server: server.name, by: first.by, reason: first.reason }]
        : [];
    }),
  );
}
