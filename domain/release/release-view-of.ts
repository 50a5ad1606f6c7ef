import { placeText } from '../checks/out-by-health.ts';
import { sumKnown } from '../display/destination-rows.ts';
import type { ClusterRecord } from '../display/records.ts';
import { type Standing, standings } from '../display/standing.ts';
import { gaugeOf, placeOf } from '../observation/rates.ts';
import { isDrain } from '../overlay/overlay.ts';
import { releaseActions } from './release-actions.ts';
import type { ReleaseEntry } from './release-event.ts';
import type { ReleasePlan, WaveServer } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';
import type { ReleaseServerView, ReleaseView, ReleaseWaveView } from './release-view.ts';
import { type ServerPlace, serverPlaces } from './server-places.ts';

/** A release as it was started and as it stands. */
export interface ShownRelease {
  readonly plan: ReleasePlan;
  readonly state: ReleaseState;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly reason: string;
  readonly entries: readonly ReleaseEntry[];
}

/** The page of a release at `at` (milliseconds since 1970); its servers' numbers where `cluster` is given. */
export function releaseView(release: ShownRelease, cluster: ClusterRecord | null, at: number): ReleaseView {
  const { plan, state } = release;
  const looks = cluster
    ? standings(cluster, at).map((standing) => ({ standing, placesOf: serverPlaces(standing.desired) }))
    : [];
  return {
    ...release,
    at,
    waves: plan.waves.map((wave, index) => ({
      name: wave.name,
      standing: standingOf(state, plan, index),
      servers: wave.servers.map((server) => serverView(state, server, looks)),
    })),
    actions: releaseActions(state),
    testing: testingAt(cluster, plan),
  };
}

function standingOf(state: ReleaseState, { waves }: ReleasePlan, index: number): ReleaseWaveView['standing'] {
  if (index === state.wave && state.endedAt === null) return 'current';
  if (index > state.wave) return 'to-come';
  const wasReturned = waves[index]?.servers.some(({ name }) => state.servers[name]?.phase === 'returned');
  return wasReturned ? 'done' : 'skipped';
}

interface Look {
  readonly standing: Standing;
  readonly placesOf: (server: WaveServer) => readonly ServerPlace[];
}

function serverView(state: ReleaseState, server: WaveServer, looks: readonly Look[]): ReleaseServerView {
  const { phase, since } = state.servers[server.name] ?? { phase: 'gone', since: 0 };
  const each = looks.map((look) => ({ ...look, places: look.placesOf(server) }));
  const most = (field: 'activeConn' | 'persistConn') =>
    each.reduce<number | null>((highest, { standing, places }) => {
      const sum = sumKnown(places.map((place) => numberOf(standing, place, field)));
      return sum === null ? highest : Math.max(highest ?? 0, sum);
    }, null);
  const verdicts = each.flatMap(({ standing, places }) =>
    standing.known
      ? places
          .filter(({ wanted }) => wanted.isChecked)
          .map(({ service, destination }) => standing.record.health.get(placeText(service, destination))?.verdict)
      : [],
  );
  const drains = each.flatMap(({ places }) => places.flatMap(({ wanted }) => wanted.outBy.filter(isDrain)));
  return {
    ...{ name: server.name, phase, since, activeConn: most('activeConn'), persistConn: most('persistConn') },
    checks:
      verdicts.length === 0
        ? null
        : {
            passing: verdicts.filter((verdict) => verdict === 'passing').length,
            failing: verdicts.filter((verdict) => verdict === 'failing').length,
            of: verdicts.length,
          },
    takenOutBy: [...new Set(drains.filter(({ release }) => release === null).map(({ by }) => by))],
  };
}

function numberOf({ known, record }: Standing, place: ServerPlace, field: 'activeConn' | 'persistConn'): number | null {
  const { layout, latest } = record.history;
  return known && latest ? gaugeOf(latest, placeOf(layout, place.service, place.destination), field) : null;
}

/** Where the wave's servers can be tried: what stands, not what is to stand. */
function testingAt(cluster: ClusterRecord | null, plan: ReleasePlan): string | null {
  const stands = cluster?.overlays.find(({ kind, release }) => kind === 'test' && release === plan.id);
  return stands?.kind === 'test' ? stands.at : null;
}
