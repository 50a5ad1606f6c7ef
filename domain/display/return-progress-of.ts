import type { Overlay } from '../overlay/overlay.ts';
import { returnedAt, type ServiceReturn } from '../overlay/service-return.ts';
import type { ReturnProgress } from './drain-progress.ts';

/** How far a destination is on its way back, by what is known of its return and what lies over it; null when it isn't. */
export function returnProgressOf(returns: ServiceReturn | null, reasons: readonly Overlay[]): ReturnProgress | null {
  if (!returns) return null;
  const { phase, passingNeeded, since } = returns;
  if (phase === 'awaiting-checks') return { phase, share: null, passingNeeded, since, until: null };
  const ramp = reasons.find((overlay) => overlay.kind === 'ramp' && overlay.id === returns.id);
  if (ramp?.kind !== 'ramp') return null;
  return { phase, share: ramp.share, passingNeeded, since, until: returnedAt(returns) };
}
