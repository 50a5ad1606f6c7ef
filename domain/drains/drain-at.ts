import type { DrainProgress } from '../display/drain-progress.ts';
import { drainProgressOf } from '../display/drain-progress-of.ts';
import type { Standing } from '../display/standing.ts';
import { gaugeOf, placeOf } from '../observation/rates.ts';
import type { CoveredPlace } from '../overlay/covered-places.ts';

/** How far the drains of one place are on a director; null when none lies over it. */
export function drainAt(standing: Standing, { serviceKey: service, key, destination: wanted }: CoveredPlace) {
  const { history } = standing.record;
  const frame = standing.known ? history.latest : null;
  const at = placeOf(history.layout, service, key);
  const number = (field: 'activeConn' | 'persistConn') => (frame ? gaugeOf(frame, at, field) : null);
  const kernel = history.layout?.serviceByKey
    .get(service)
    ?.destinations.find((other) => other.address === wanted.address && other.port === wanted.port);
  const now = { activeConn: number('activeConn'), persistConn: number('persistConn') };
  return drainProgressOf(standing, { service, key, wanted, kernel, now }) satisfies DrainProgress | null;
}
