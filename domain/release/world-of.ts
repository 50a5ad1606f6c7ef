import { freshPasses } from '../checks/health.ts';
import { placeText } from '../checks/out-by-health.ts';
import { desiredTable } from '../desired/desired-table.ts';
import { newestApply } from '../display/newest-apply.ts';
import type { ClusterRecord } from '../display/records.ts';
import { type Standing, standings } from '../display/standing.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { gaugeOf, placeOf } from '../observation/rates.ts';
import { isDrain, type Overlay } from '../overlay/overlay.ts';
import { belowGuard } from './below-guard.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';
import type { DirectorWorld, FindingWorld, ReleaseWorld, ServerChecks, ServerWorld } from './release-world.ts';
import { type ServerPlace, serverPlaces } from './server-places.ts';

/** What a release sees of its cluster at `at` (milliseconds since 1970 on the console's clock). */
export function worldOf(cluster: ClusterRecord, plan: ReleasePlan, state: ReleaseState, at: number): ReleaseWorld {
  const { definition, overlays } = cluster;
  const directors = standings(cluster, at).map((standing) => ({
    ...{ standing, world: directorWorld(standing), placesOf: serverPlaces(standing.desired) },
  }));
  const table = desiredTable(definition, overlays);
  const placesOf = serverPlaces({ table, definition });
  const heard = directors.filter(({ world }) => world.heard);
  // One that was removed meanwhile has nothing to confirm.
  const isWhole =
    heard.length > 0 && directors.every(({ world }) => world.heard || !plan.directors.includes(world.name));
  const servers = plan.waves
    .flatMap((wave) => wave.servers)
    .map((server): [string, ServerWorld] => {
      const there = heard.flatMap((one) =>
        one.placesOf(server).map((place) => onDirector(plan, state, one.standing, place)),
      );
      const isOut = isWhole && heard.every(({ world }) => world.inStep) && there.every(({ out }) => out);
      return [
        server.name,
        {
          ...ordersSeen(plan, placesOf(server), overlays),
          out: isOut,
          drained: isOut && there.every(({ drained }) => drained),
          back: heard.every(({ world }) => world.inStep) && there.every(({ back }) => back),
          checks: worst(there.flatMap(({ checks }) => checks ?? [])),
        },
      ];
    });
  return {
    directors: directors.map(({ world }) => world),
    belowGuard:
      state.step === 'guard' && !plan.overGuard ? belowGuard(cluster, plan, state.wave).map(({ name }) => name) : [],
    rollout: cluster.heldBack !== null,
    servers: Object.fromEntries(servers),
    findings: findingsSeen(cluster, plan),
  };
}

function directorWorld({ record, known, pending }: Standing): DirectorWorld {
  const phase = newestApply(record)?.phase;
  return {
    name: record.name,
    heard: known,
    failed: phase === 'failed' || phase === 'refused' || record.refusal !== null,
    inStep: pending === null,
  };
}

interface Seen {
  readonly out: boolean;
  readonly drained: boolean;
  readonly back: boolean;
  readonly checks: ServerChecks | null;
}

function onDirector(plan: ReleasePlan, state: ReleaseState, { record }: Standing, place: ServerPlace): Seen {
  const { service, destination, wanted } = place;
  const { layout, latest } = record.history;
  const kernel = layout?.serviceByKey
    .get(service)
    ?.destinations.find((to) => to.address === wanted.address && to.port === wanted.port);
  const number = (field: 'activeConn' | 'persistConn') =>
    latest ? (gaugeOf(latest, placeOf(layout, service, destination), field) ?? Number.NaN) : Number.NaN;
  const health = wanted.isChecked ? record.health.get(placeText(service, destination)) : undefined;
  return {
    out: !kernel || kernel.weight === 0,
    // A number that is not known is no 0.
    drained:
      !kernel || number('activeConn') + (plan.settings.drain.ignoresPersistence ? 0 : number('persistConn')) === 0,
    // Who is cut by an operator is back when it is out for that reason alone.
    back: (kernel?.weight ?? 0) === wanted.weight,
    checks: wanted.isChecked
      ? { passes: health ? freshPasses(health, state.stepSince) : 0, failing: health?.verdict === 'failing' }
      : null,
  };
}

function ordersSeen(
  plan: ReleasePlan,
  places: readonly ServerPlace[],
  overlays: readonly Overlay[],
): Pick<ServerWorld, 'defined' | 'takenOut' | 'ordered' | 'overlaid'> {
  const own = overlays.filter(({ release, kind }) => release === plan.id && kind !== 'test');
  const isOwn =
    (is: (overlay: Overlay) => boolean) =>
    ({ wanted }: ServerPlace) =>
      wanted.outBy.some((overlay) => own.includes(overlay) && is(overlay));
  return {
    defined: places.length > 0,
    takenOut:
      places.length > 0 && places.every(({ wanted }) => wanted.outBy.some((o) => isDrain(o) && o.release === null)),
    ordered: places.length > 0 && places.every(isOwn(isDrain)),
    overlaid: places.some(isOwn(() => true)),
  };
}

const worst = (all: readonly ServerChecks[]): ServerChecks | null =>
  all.length === 0
    ? null
    : { passes: Math.min(...all.map(({ passes }) => passes)), failing: all.some(({ failing }) => failing) };

function findingsSeen(cluster: ClusterRecord, { settings }: ReleasePlan): FindingWorld[] {
  const services =
    settings.services.length > 0
      ? settings.services
      : cluster.definition.services.map(({ key }) => serviceKeyText(key));
  const concerned = new Set(services);
  return cluster.directors.flatMap(({ findings }) =>
    findings.map(({ id, code, director, severity, service }) => ({
      ...{ id, code, director, severity },
      concerns: service === null || concerned.has(service),
    })),
  );
}
