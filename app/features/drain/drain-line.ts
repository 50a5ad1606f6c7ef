import type { DrainProgress, ReturnProgress } from '../../../domain/display/drain-progress.ts';
import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import type { Overlay } from '../../../domain/overlay/overlay.ts';

/** A destination or a real server that is out, or on its way out or back, as a line of a list. */
export interface DrainLine {
  readonly key: string;
  readonly name: string;
  readonly href: string | null;
  /** What tells it from others of that name: its destination, or its addresses. */
  readonly more: string;
  /** The virtual services that its drains are confined to; empty for all of a real server, or where the page says it. */
  readonly within: readonly ServiceKeyText[];
  readonly drain: DrainProgress | null;
  readonly returning: ReturnProgress | null;
  readonly overlays: readonly Overlay[];
  readonly receivedAt: number | null;
  /** Whether it is checked; null where that isn't known here. */
  readonly checked: boolean | null;
  /** Where its connections can be looked at. */
  readonly directors: readonly { readonly name: string; readonly simulated: boolean }[];
  /** Its destinations, whose clients hold it; empty where they aren't known here. */
  readonly destinations: readonly DestinationKeyText[];
}

/** The phases of a line: those of a drain, and of a return. */
export type LinePhase = DrainProgress['phase'] | 'returning' | 'awaiting-checks';

export function phaseOf({ drain, returning }: Pick<DrainLine, 'drain' | 'returning'>): LinePhase {
  if (returning) return returning.phase === 'ramp' ? 'returning' : 'awaiting-checks';
  return drain?.phase ?? 'unknown';
}

/** How many lines are in each phase, in the order in which a drain goes through them. */
export function phaseCounts(
  lines: readonly DrainLine[],
): readonly { readonly phase: LinePhase; readonly count: number }[] {
  const counts = Map.groupBy(lines, phaseOf);
  return order.flatMap((phase) => {
    const count = counts.get(phase)?.length ?? 0;
    return count > 0 ? [{ phase, count }] : [];
  });
}

const order: readonly LinePhase[] = [
  'past-deadline',
  'requested',
  'sent',
  'confirmed',
  'draining',
  'drained',
  'awaiting-checks',
  'returning',
  'unknown',
];
