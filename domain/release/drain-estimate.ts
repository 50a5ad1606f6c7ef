import type { ClusterRecord } from '../display/records.ts';
import { standings } from '../display/standing.ts';
import { gaugeOf, placeOf, rateNow } from '../observation/rates.ts';
import type { WaveServer } from './release-plan.ts';
import type { ReleaseSettings } from './release-settings.ts';
import type { ForecastServer } from './release-view.ts';
import { serverPlaces } from './server-places.ts';

/**
 * How long each server would take to drain if things stay as they are at `at` (milliseconds since 1970). Seconds.
 *
 * Connections stay ActiveConn / (connections a second) on average (Little), and of n that end so, the last one ends
 * after ln(n) + 1 times that. With persistence, clients that come back are waited for once.
 */
export function drainEstimates(
  cluster: ClusterRecord,
  { drain }: Pick<ReleaseSettings, 'drain'>,
  servers: readonly WaveServer[],
  at: number,
): ForecastServer[] {
  const seen = standings(cluster, at).filter(({ known }) => known);
  const timeouts = new Map(cluster.definition.services.map((one) => [one.name, one.persistence?.timeout ?? 0]));
  const sights = seen.map((standing) => ({ standing, placesOf: serverPlaces(standing.desired) }));
  return servers.map((server): ForecastServer => {
    const { name } = server;
    if (drain.mode === 'cut') return { name, drainSeconds: 0, from: 'cut' };
    const each = sights.flatMap(({ standing, placesOf }) =>
      placesOf(server).map((place): Estimate => {
        const { history } = standing.record;
        const here = placeOf(history.layout, place.service, place.destination);
        const gauge = (field: 'activeConn' | 'persistConn') =>
          history.latest ? gaugeOf(history.latest, here, field) : null;
        const stay = stayOf(gauge('activeConn'), rateNow(history, here, 'conns'));
        const isHeld = drain.mode === 'wait' && !drain.ignoresPersistence && (gauge('persistConn') ?? 0) > 0;
        const serviceName = standing.desired.byKey.get(place.service)?.name ?? '';
        const persistence = isHeld ? (timeouts.get(serviceName) ?? 0) : 0;
        return { stay, persistence };
      }),
    );
    return withDeadline(name, each, drain.deadline);
  });
}

interface Estimate {
  /** Null where nothing is known. */
  readonly stay: number | null;
  readonly persistence: number;
}

function stayOf(activeConn: number | null, perSecond: number | null): number | null {
  if (activeConn === 0) return 0;
  if (activeConn === null || perSecond === null || perSecond === 0) return null;
  return (activeConn / perSecond) * (Math.log(activeConn) + 1);
}

function withDeadline(name: string, each: readonly Estimate[], deadline: number | null): ForecastServer {
  const known = each.flatMap(({ stay, persistence }) =>
    stay === null ? [] : [{ seconds: stay + persistence, persistence }],
  );
  if (known.length < each.length || known.length === 0)
    return { name, drainSeconds: deadline, from: deadline === null ? 'unknown' : 'deadline' };
  const slowest = known.reduce((most, one) => (one.seconds > most.seconds ? one : most));
  if (deadline !== null && slowest.seconds > deadline) return { name, drainSeconds: deadline, from: 'deadline' };
  return { name, drainSeconds: Math.ceil(slowest.seconds), from: slowest.persistence > 0 ? 'persistence' : 'stay' };
}
