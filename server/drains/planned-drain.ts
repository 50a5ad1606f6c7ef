import type { Problem } from '../../domain/definition/change.ts';
import { realServerNamer } from '../../domain/definition/real-server.ts';
import { desiredTable } from '../../domain/desired/desired-table.ts';
import { parseDestinationKey } from '../../domain/lvs/destination-key.ts';
import { coveredBy } from '../../domain/overlay/covered-places.ts';
import type { DrainChangeInput, DrainEndInput, DrainStartInput } from '../../domain/overlay/drain-input.ts';
import { type DrainOverlay, type DrainTarget, isDrain, type Overlay } from '../../domain/overlay/overlay.ts';
import { rampSteps, rampWeights } from '../../domain/overlay/ramp-steps.ts';
import type { ServiceReturn } from '../../domain/overlay/service-return.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { isDefined } from './targets.ts';

/** What becomes of a cluster's overlays and returns. Nothing is written yet. */
export type Planned = { readonly ok: false; readonly problems: readonly Problem[] } | OverlayChange;

export interface OverlayChange {
  readonly ok: true;
  readonly overlays: readonly Overlay[];
  /** Overlays that end, also those that begin again otherwise; those that begin. */
  readonly ended: readonly Overlay[];
  readonly added: readonly Overlay[];
  readonly returnsEnded: readonly ServiceReturn[];
  readonly returnsAdded: readonly ServiceReturn[];
}

/** Who does it, when. */
export interface Doing {
  readonly newId: () => string;
  readonly by: string;
  readonly at: number;
}

/** An overlay that an operator laid, or that brings back what one did. */
const isOperators = (overlay: Overlay): boolean => overlay.release === null && overlay.kind !== 'test';

type Settings = Pick<
  DrainStartInput,
  'targets' | 'mode' | 'deadlineIn' | 'atDeadline' | 'ignoresPersistence' | 'reason'
>;

/**
 * After a drain begins. Targets that operators drain already are left as they are, unless they were on their way back;
 * a ramp to what is drained ends.
 */
export function plannedDrain(cluster: LiveCluster, asked: Settings, { newId, by, at }: Doing): Planned {
  const { overlays } = cluster.wanted;
  // What only waiting directors have still is in service there, and may have to be drained.
  const isAnywhere = (target: DrainTarget) => cluster.definitions.some((definition) => isDefined(definition, target));
  const problems = problemsWith(asked.targets, (target) => (isAnywhere(target) ? null : 'target-unknown'));
  if (problems.length > 0) return { ok: false, problems };
  const texts = new Set(asked.targets.map(targetText));
  const isMeant = isMeantBy(cluster, texts);
  const returnsEnded = cluster.returns.filter(({ target }) => isMeant(target));
  const returning = new Set(returnsEnded.map(({ target }) => targetText(target)));
  const standing = overlays.filter((overlay) => isOperators(overlay) && isDrain(overlay));
  const drained = new Set(standing.map(({ target }) => targetText(target)).filter((text) => !returning.has(text)));
  const fresh = [...new Map(asked.targets.map((target) => [targetText(target), target]))].filter(
    ([text]) => !drained.has(text),
  );
  if (fresh.length === 0) return { ok: false, problems: [{ path: ['targets'], message: 'drained-already' }] };
  const { mode, deadlineIn, atDeadline, ignoresPersistence, reason } = asked;
  const deadline = deadlineIn === null ? null : at + deadlineIn * 1000;
  const added = fresh.map(([, target]): DrainOverlay => {
    const common = { id: newId(), kind: 'drain', target, reason, by, since: at, release: null } as const;
    return { ...common, overGuard: false, mode, deadline, atDeadline, ignoresPersistence };
  });
  const replaced = new Set(fresh.map(([text]) => text));
  // A release's ramp ends with its return: what isn't stepped any more would stay as it is for ever.
  const ended = overlays.filter((overlay) =>
    overlay.kind === 'ramp'
      ? isMeant(overlay.target)
      : isOperators(overlay) && replaced.has(targetText(overlay.target)),
  );
  return { ...after(overlays, ended, added), returnsEnded, returnsAdded: [] };
}

/** After operators' drains of the targets end: at once, as a ramp, or when their checks have passed. */
export function plannedReturn(
  cluster: LiveCluster,
  asked: Pick<DrainEndInput, 'targets' | 'ramp' | 'passingNeeded' | 'reason'>,
  { newId, by, at }: Doing,
): Planned {
  const { overlays, definition } = cluster.wanted;
  const own = Map.groupBy(overlays.filter(isOperators), ({ target }) => targetText(target));
  const problems = problemsWith(asked.targets, (target) => (own.has(targetText(target)) ? null : 'not-drained'));
  if (problems.length > 0) return { ok: false, problems };
  const targets = [...new Map(asked.targets.map((target) => [targetText(target), target])).values()];
  const texts = new Set(targets.map(targetText));
  const returnsEnded = cluster.returns.filter(({ target }) => texts.has(targetText(target)));
  const placesOf = coveredBy(desiredTable(definition, []));
  const { ramp, passingNeeded, reason } = asked;
  const returns = targets.map((target): ServiceReturn | null => {
    const places = placesOf([target]);
    const isDrained = own.get(targetText(target))?.some(isDrain) ?? false;
    const waits = passingNeeded !== null && isDrained && places.some(({ destination }) => destination.isChecked);
    const over =
      ramp !== null && places.some((place) => ramped(place.destination.writtenWeight, ramp.over)) ? ramp.over : null;
    if (!waits && over === null) return null;
    const phase = waits ? ('awaiting-checks' as const) : ('ramp' as const);
    const needed = waits ? passingNeeded : null;
    const began = { step: 0, steppedAt: waits ? null : at, since: at };
    return { ...{ id: newId(), target, phase, over, passingNeeded: needed }, ...began, reason, by };
  });
  const returnsAdded = returns.filter((one) => one !== null);
  const waiting = new Set(
    returnsAdded.filter(({ phase }) => phase === 'awaiting-checks').map(({ target }) => targetText(target)),
  );
  const ended = targets.flatMap((target) => {
    const text = targetText(target);
    return waiting.has(text) ? [] : (own.get(text) ?? []);
  });
  const added = returnsAdded.flatMap((one) => (one.phase === 'ramp' ? [firstStep(one, at)] : []));
  return { ...after(overlays, ended, added), returnsEnded, returnsAdded };
}

/** After drains get another mode, deadline or meaning of drained; they keep their ids. */
export function plannedChange(
  cluster: LiveCluster,
  asked: Omit<DrainChangeInput, 'cluster' | 'reason' | 'confirm'>,
  at: number,
): Planned {
  const { overlays } = cluster.wanted;
  const own = new Map(overlays.flatMap((one) => (isDrain(one) && one.release === null ? [[one.id, one]] : [])));
  const ids = [...new Set(asked.ids)];
  const problems = ids.flatMap((id, index) =>
    own.has(id) ? [] : [{ path: ['ids', index], message: 'drain-unknown' }],
  );
  if (problems.length > 0) return { ok: false, problems };
  const { mode, deadlineIn, atDeadline, ignoresPersistence } = asked;
  const ended = ids.flatMap((id) => own.get(id) ?? []);
  const added = ended.map((drain) => ({
    ...drain,
    ...(mode === undefined ? {} : { mode }),
    ...(deadlineIn === undefined ? {} : { deadline: deadlineIn === null ? null : at + deadlineIn * 1000 }),
    ...(atDeadline === undefined ? {} : { atDeadline }),
    ...(ignoresPersistence === undefined ? {} : { ignoresPersistence }),
  }));
  return { ...after(overlays, ended, added), returnsEnded: [], returnsAdded: [] };
}

/** The ramp's overlay with its first step. */
export const firstStep = ({ id, target, over, reason, by }: ServiceReturn, at: number): Overlay => ({
  ...{ id, kind: 'ramp', target, reason, by, since: at, release: null, overGuard: false },
  share: rampSteps(over ?? 0).shares[0] ?? 1,
});

const ramped = (written: number, over: number): boolean => rampWeights(written, over).length > 0;

function after(overlays: readonly Overlay[], ended: readonly Overlay[], added: readonly Overlay[]) {
  const gone = new Set(ended);
  const kept = overlays.filter((overlay) => !gone.has(overlay));
  return { ok: true as const, overlays: [...kept, ...added], ended, added };
}

/** Whether a target is one of these, or inside a real server that is. */
function isMeantBy(cluster: LiveCluster, texts: ReadonlySet<string>): (target: DrainTarget) => boolean {
  const namers = cluster.definitions.map(realServerNamer);
  return (target) => {
    if (texts.has(targetText(target))) return true;
    const key = target.kind === 'destination' ? parseDestinationKey(target.destination) : null;
    return key?.ok === true && namers.some((nameOf) => texts.has(nameOf(key.value.address)));
  };
}

function problemsWith(targets: readonly DrainTarget[], problem: (target: DrainTarget) => string | null): Problem[] {
  return targets.flatMap((target, index) => {
    const message = problem(target);
    return message ? [{ path: ['targets', index], message }] : [];
  });
}
