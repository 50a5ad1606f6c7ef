import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';

/** A destination that charts may show. */
export interface HistoryPlace {
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
  /** What it is called in charts. */
  readonly label: string;
  /** What the URL calls it. */
  readonly id: string;
}

/** What a scheduler promises the destinations of a service, to be seen beside what they get. */
export interface PromisedShares {
  readonly scheduler: string;
  /** 0–1, by destination; null where nothing is promised. */
  readonly shares: ReadonlyMap<DestinationKeyText, number | null>;
}
