import { desiredTable } from '../desired/desired-table.ts';
import type { ClusterRecord } from '../display/records.ts';
import type { DrainOverlay, DrainTarget, Overlay, TestOverlay } from '../overlay/overlay.ts';
import { isDrain } from '../overlay/overlay.ts';
import { targetText } from '../overlay/target-text.ts';
import type { DrainOrder, ReleaseOrders } from './orders-of.ts';
import type { ReleasePlan, WaveServer } from './release-plan.ts';
import { serverPlaces } from './server-places.ts';
import { testKey } from './test-key.ts';

/** What must change of a cluster's overlays so that a release's orders are carried out; all empty when they are. */
export interface OverlayChanges {
  readonly starts: readonly DrainOverlay[];
  /** Drains that have another deadline or mode from now on. */
  readonly changes: readonly DrainOverlay[];
  /** Targets whose drains end, with what lies over them of the release. */
  readonly ends: readonly Overlay[];
  readonly testsStart: readonly TestOverlay[];
  readonly testsEnd: readonly TestOverlay[];
}

/** Who orders it, as its overlays say. */
interface By {
  readonly by: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Destination = Extract<DrainTarget, { kind: 'destination' }>;

/** What the orders of a release ask for that doesn't stand, and what stands that they don't ask for. */
export function overlayChanges(
  cluster: Pick<ClusterRecord, 'definition' | 'overlays'>,
  plan: ReleasePlan,
  orders: ReleaseOrders,
  by: By,
): OverlayChanges {
  const { definition, overlays } = cluster;
  const own = overlays.filter(({ release }) => release === plan.id);
  const standing = new Map(own.filter(isDrain).map((drain) => [targetText(drain.target), drain]));
  const placesOf = serverPlaces({ definition, table: desiredTable(definition, overlays) });
  const ordered = orders.drains.filter(
    ({ server, target }) => placesOf({ name: server, targets: [target] }).length > 0,
  );
  const asked = new Set(ordered.map(({ target }) => targetText(target)));
  const left = own.filter(({ kind, target }) => kind !== 'test' && !asked.has(targetText(target)));
  const destinationsOf = (server: WaveServer): Destination[] =>
    placesOf(server).map(({ service, destination }) => ({ kind: 'destination', service, destination }));
  const tests = testsOf(plan, orders, destinationsOf, by);
  const wantedTests = new Set(tests.map(testText));
  const standingTests = own.filter((overlay): overlay is TestOverlay => overlay.kind === 'test');
  const haveTests = new Set(standingTests.map(testText));
  return {
    starts: ordered.filter(({ target }) => !standing.has(targetText(target))).map((order) => drainOf(plan, order, by)),
    changes: ordered.flatMap(({ target, deadline, mode }) => {
      const drain = standing.get(targetText(target));
      return drain && (drain.deadline !== deadline || drain.mode !== mode) ? [{ ...drain, deadline, mode }] : [];
    }),
    // A ramp is how they return: it ends by itself, or at once where there is to be none.
    ends: left.filter((overlay) => isDrain(overlay) || orders.ramp === null),
    testsStart: tests.filter((test) => !haveTests.has(testText(test))),
    testsEnd: standingTests.filter((test) => !wantedTests.has(testText(test))),
  };
}

export const noChanges: OverlayChanges = { starts: [], changes: [], ends: [], testsStart: [], testsEnd: [] };

export const changesNothing = (changes: OverlayChanges): boolean =>
  Object.values(changes).every((overlays: readonly Overlay[]) => overlays.length === 0);

function drainOf(
  plan: ReleasePlan,
  { id, target, deadline, mode }: DrainOrder,
  { by, reason, at: since }: By,
): DrainOverlay {
  const { atDeadline, ignoresPersistence } = plan.settings.drain;
  const { id: release, overGuard } = plan;
  return {
    ...{ kind: 'drain', id, target, reason, by, since },
    ...{ mode, deadline, atDeadline, ignoresPersistence, release, overGuard },
  };
}

function testsOf(
  plan: ReleasePlan,
  { testing }: ReleaseOrders,
  destinationsOf: (server: WaveServer) => Destination[],
  { by, reason, at: since }: By,
): TestOverlay[] {
  const { testService } = plan.settings;
  if (!testService) return [];
  const servers = plan.waves.flatMap((wave) => wave.servers).filter(({ name }) => testing.includes(name));
  const targets = servers.flatMap(destinationsOf).filter(({ service }) => service === testService.like);
  const common = {
    kind: 'test',
    by,
    reason,
    since,
    release: plan.id,
    overGuard: false,
    at: testKey(testService),
  } as const;
  return targets.map((target, at) => ({ ...common, target, id: `${plan.id}.t.${since}.${at}` }));
}

const testText = ({ target, at }: TestOverlay): string => `${at} ${targetText(target)}`;
