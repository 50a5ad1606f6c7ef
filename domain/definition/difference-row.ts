import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { Difference } from '../plan/plan.ts';

/** A word of the message catalogues for what a definition holds. */
export type DefinitionField = Difference['field'] | 'name' | 'addresses' | 'labels' | 'check' | 'drift' | 'guard';

/** One service, destination, real server or setting that two definitions have differently. */
export interface DifferenceRow extends DefinitionPlace {
  /** No other row of the difference has it. */
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The whole on each side: the ipvsadm command that makes it, addresses, a value; null where it isn't. */
  readonly before: string | null;
  readonly after: string | null;
  /** What differs inside; empty unless changed. */
  readonly fields: readonly FieldChange[];
}

/** Where in a definition something is. */
export interface DefinitionPlace {
  readonly what: 'service' | 'destination' | 'real-server' | 'setting';
  readonly service: ServiceKeyText | null;
  readonly destination: DestinationKeyText | null;
  /** The name of the service, real server or setting; of a destination its real server's, or its address. */
  readonly name: string;
}

/** A field on both sides, as ipvsadm prints it. */
export interface FieldChange {
  readonly field: DefinitionField;
  readonly before: string;
  readonly after: string;
}

/** One text for a place, the same for equal places: `destination TCP 10.0.0.4:80 10.0.0.21:80`. */
export const placeId = ({ what, service, destination, name }: DefinitionPlace): string =>
  [what, service ?? name, destination].filter((part) => part !== null).join(' ');
