import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { Overlay } from './overlay.ts';

export interface OverlaysByTarget {
  /** What changes a destination's weight: over its whole real server first, then over it alone. */
  of(service: ServiceKeyText, destination: DestinationKeyText, realServer: string): readonly Overlay[];
}

const nothing: readonly Overlay[] = [];

export function overlaysByTarget(overlays: readonly Overlay[]): OverlaysByTarget {
  const reasons = overlays.filter(({ kind }) => kind !== 'test');
  const byTarget = Map.groupBy(reasons, ({ target }) =>
    target.kind === 'real-server' ? target.name : `${target.service} ${target.destination}`,
  );
  if (byTarget.size === 0) return { of: () => nothing };
  return {
    of: (service, destination, realServer) => [
      ...(byTarget.get(realServer) ?? []),
      ...(byTarget.get(`${service} ${destination}`) ?? []),
    ],
  };
}
