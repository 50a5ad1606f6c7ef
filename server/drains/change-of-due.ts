import { desiredTable } from '../../domain/desired/desired-table.ts';
import type { Due } from '../../domain/drains/due-drains.ts';
import { coveredBy } from '../../domain/overlay/covered-places.ts';
import { isDrain, type Overlay } from '../../domain/overlay/overlay.ts';
import { rampSteps, rampWeights } from '../../domain/overlay/ramp-steps.ts';
import type { ServiceReturn } from '../../domain/overlay/service-return.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { firstStep, type OverlayChange } from './planned-drain.ts';

interface Part {
  readonly ended: readonly Overlay[];
  readonly added: readonly Overlay[];
  readonly returnsEnded: readonly ServiceReturn[];
  readonly returnsAdded: readonly ServiceReturn[];
}

const nothing: Part = { ended: [], added: [], returnsEnded: [], returnsAdded: [] };

/** What becomes of overlays and returns when all this is done together. */
export function changeOfDue(cluster: LiveCluster, due: readonly Due[], at: number): OverlayChange {
  const placesOf = coveredBy(desiredTable(cluster.wanted.definition, []));
  const parts = due.map((one) => partOf(cluster, placesOf, one, at));
  const ended = new Set(parts.flatMap((part) => part.ended));
  const added = parts.flatMap((part) => part.added);
  return {
    ok: true,
    overlays: [...cluster.wanted.overlays.filter((overlay) => !ended.has(overlay)), ...added],
    ended: [...ended],
    added,
    returnsEnded: parts.flatMap((part) => part.returnsEnded),
    returnsAdded: parts.flatMap((part) => part.returnsAdded),
  };
}

type PlacesOf = ReturnType<typeof coveredBy>;

function partOf(cluster: LiveCluster, placesOf: PlacesOf, due: Due, at: number): Part {
  switch (due.kind) {
    case 'met':
    case 'ask':
      return nothing;
    case 'cut':
      return { ...nothing, ended: [due.drain], added: [{ ...due.drain, mode: 'cut' }] };
    case 'give-up':
      return { ...nothing, ended: [due.drain], returnsEnded: returnsOf(cluster, targetText(due.drain.target)) };
    case 'passed':
      return passed(cluster, placesOf, due.returning, at);
    case 'step':
      return stepped(cluster, due.returning, due.step, at);
  }
}

/** The drains that it waited with end, and its ramp begins where it has one. */
function passed(cluster: LiveCluster, placesOf: PlacesOf, returning: ServiceReturn, at: number): Part {
  const { target, over } = returning;
  const text = targetText(target);
  const ended = cluster.wanted.overlays.filter(
    (overlay) => isDrain(overlay) && overlay.release === null && targetText(overlay.target) === text,
  );
  const places = placesOf([target]);
  const isRamped =
    over !== null && places.some(({ destination }) => rampWeights(destination.writtenWeight, over).length > 0);
  const ramp: ServiceReturn = { ...returning, phase: 'ramp', step: 0, steppedAt: at };
  return {
    ...{ ended, returnsEnded: [returning] },
    added: isRamped ? [firstStep(ramp, at)] : [],
    returnsAdded: isRamped ? [ramp] : [],
  };
}

function stepped(cluster: LiveCluster, returning: ServiceReturn, step: number, at: number): Part {
  const overlay = cluster.wanted.overlays.find(({ id }) => id === returning.id);
  const share = rampSteps(returning.over ?? 0).shares[step];
  if (overlay?.kind !== 'ramp') return { ...nothing, returnsEnded: [returning] };
  const goesOn = share !== undefined;
  return {
    ...{ ended: [overlay], returnsEnded: [returning] },
    added: goesOn ? [{ ...overlay, share }] : [],
    returnsAdded: goesOn ? [{ ...returning, step, steppedAt: at }] : [],
  };
}

const returnsOf = (cluster: LiveCluster, text: string): ServiceReturn[] =>
  cluster.returns.filter(({ target, phase }) => phase === 'awaiting-checks' && targetText(target) === text);
