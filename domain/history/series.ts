import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Layout } from '../observation/history.ts';

export type SeriesText = string & { readonly __series: unique symbol };

/** A destination in its virtual service on one director: what history is kept of. Everything else is a sum of these. */
export interface Series {
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
  /** Both as one, so that equal series are equal strings on a director. */
  readonly text: SeriesText;
}

export const seriesOf = (service: ServiceKeyText, destination: DestinationKeyText): Series => ({
  service,
  destination,
  text: `${service} ${destination}` as SeriesText,
});

/**
 * All destinations of a director as one. It is the only sum that is kept: a director may have thousands of them, and
 * adding up a year of each takes a minute.
 */
export const directorTotal: Series = seriesOf('' as ServiceKeyText, '' as DestinationKeyText);

const ofTables = new WeakMap<Layout, readonly Series[]>();

/** The series of a table, worked out once: every minute asks for them. */
export function seriesOfTable(table: Layout): readonly Series[] {
  let series = ofTables.get(table);
  if (!series) {
    series = table.services.flatMap(({ key, destinations }) => {
      const service = serviceKeyText(key);
      return destinations.map((to) => seriesOf(service, destinationKeyText(to)));
    });
    ofTables.set(table, series);
  }
  return series;
}
