import { desiredTable } from '../desired/desired-table.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { numberOf } from '../observation/history.ts';
import { type CoveredPlace, coveredBy } from '../overlay/covered-places.ts';
import type { DrainMode, DrainTarget } from '../overlay/overlay.ts';
import { unknownAfter } from './director-state.ts';
import type { DrainFact } from './drain-preview.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

/** What is true now on the directors of a cluster and decides how a drain of these targets goes. */
export function drainFacts(
  cluster: ClusterRecord,
  targets: readonly DrainTarget[],
  mode: DrainMode,
  at: number,
): DrainFact[] {
  const table = desiredTable(cluster.definition, cluster.overlays);
  const places = coveredBy(table)(targets);
  const services = [...new Map(places.map(({ serviceKey, service }) => [serviceKey, service]))];
  const ofServices = services.flatMap(([service, { persistence, onePacket }]): DrainFact[] => [
    ...(persistence ? [{ kind: 'persistence' as const, service, timeout: persistence.timeout }] : []),
    ...(onePacket ? [{ kind: 'one-packet' as const, service }] : []),
  ]);
  const udp = services.flatMap(([service, { key }]) =>
    key.kind === 'address' && key.protocol === 'UDP' ? service : [],
  );
  return [
    ...ofServices,
    ...cluster.directors.flatMap((record): DrainFact[] => {
      const { name: director, facts, history } = record;
      const isKnown = history.latest !== null && at - history.latest.receivedAt <= unknownAfter;
      const sysctl = (name: string) => (isKnown ? (facts?.sysctls[name] ?? null) : null);
      const timeout = isKnown ? (facts?.timeouts.udp ?? null) : null;
      return [
        { kind: 'connections', director, ...connectionsOf(record, places, isKnown) },
        { kind: 'expire-quiescent-template', director, value: sysctl('expire_quiescent_template') },
        ...(mode === 'cut'
          ? [{ kind: 'expire-nodest-conn' as const, director, value: sysctl('expire_nodest_conn') }]
          : []),
        ...udp.map((service) => ({ kind: 'udp' as const, director, service, timeout })),
        ...(mode === 'elsewhere' && isKnown ? alsoTouched(record, places) : []),
      ];
    }),
  ];
}

function connectionsOf({ history }: DirectorRecord, places: readonly CoveredPlace[], isKnown: boolean) {
  const { latest } = history;
  const sum = (field: 'activeConn' | 'inactConn' | 'persistConn') => {
    if (!isKnown || !latest) return null;
    return places.reduce((all, { serviceKey, key }) => all + (numberOf(latest, serviceKey, key, field) ?? 0), 0);
  };
  return { activeConn: sum('activeConn'), inactConn: sum('inactConn'), persistConn: sum('persistConn') };
}

/** Other destinations without weight whose clients are bound to them: the setting ends that too. */
function alsoTouched({ name: director, history }: DirectorRecord, places: readonly CoveredPlace[]): DrainFact[] {
  const { latest, layout } = history;
  if (!latest || !layout) return [];
  const meant = new Set(places.map(({ serviceKey, key }) => `${serviceKey} ${key}`));
  return layout.services
    .filter(({ persistence }) => persistence)
    .flatMap(({ key, destinations }) =>
      destinations.flatMap((to): DrainFact[] => {
        const service = serviceKeyText(key);
        const destination = destinationKeyText(to);
        const persistConn = numberOf(latest, service, destination, 'persistConn') ?? 0;
        if (to.weight > 0 || persistConn === 0 || meant.has(`${service} ${destination}`)) return [];
        return [{ kind: 'also-touched', director, service, destination, persistConn }];
      }),
    );
}
