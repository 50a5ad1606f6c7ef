import { isDrain, type Overlay } from './overlay.ts';

/** What the reasons over a destination make of the weight that it would have without them. */
export interface LaidOver {
  readonly weight: number;
  /** Whether it isn't to be in the table at all. */
  readonly isCut: boolean;
}

/**
 * What lies over a destination whose weight is `weight`, 0–65535.
 *
 * Any drain wins over any ramp, and of several ramps the lowest share. A ramp leaves at least 1 of a weight above 0:
 * it is a return to service, and 0 would be none.
 */
export function laidOver(reasons: readonly Overlay[], weight: number): LaidOver {
  const drains = reasons.filter(isDrain);
  if (drains.length > 0) return { weight: 0, isCut: drains.some(({ mode }) => mode === 'cut') };
  const shares = reasons.flatMap((overlay) => (overlay.kind === 'ramp' ? [overlay.share] : []));
  return { weight: shares.length > 0 ? sharedWeight(weight, Math.min(...shares)) : weight, isCut: false };
}

/** A share, in thousandths, of a weight; at least 1 of any above 0. */
export const sharedWeight = (weight: number, share: number): number =>
  weight === 0 ? 0 : Math.max(1, Math.round((weight * share) / 1000));
