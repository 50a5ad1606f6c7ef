import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';

/** The destinations that a director's agent gave weight 0 because their check fails, by `placeText`. */
export type OutByHealth = ReadonlySet<string>;

/** A destination in its service as one text: `TCP 10.0.0.4:80 10.0.0.21:80`, as `stepTarget` names it. */
export const placeText = (service: ServiceKeyText, destination: DestinationKeyText): string =>
  `${service} ${destination}`;

export const nobodyOut: OutByHealth = new Set();
