import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';

/** The destinations that a director's agent gave weight 0 because their check fails, by `placeText`. */
export type OutByHealth = ReadonlySet<string>;

/** A destination in its service as one text: `TCP 10.0.0.4:80 10.0.0.21:80`, as `stepTarget` names it. */
export const placeText = (service: ServiceKeyText, destination: DestinationKeyText): string =>
  `${service} ${destination}`;

export const nobodyOut: OutByHealth = new Set();

/** The places as pairs, in the order of their texts. */
export const placesOf = (out: OutByHealth): { service: ServiceKeyText; destination: DestinationKeyText }[] =>
  [...out].sort().map((place) => {
    const at = place.lastIndexOf(' ');
    // Made by `placeText`.
    return { service: place.slice(0, at) as ServiceKeyText, destination: place.slice(at + 1) as DestinationKeyText };
  });
