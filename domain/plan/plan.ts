import type { DestinationKey } from '../lvs/destination-key.ts';
import type { ServiceKey, ServiceKeyText } from '../lvs/service-key.ts';
import type { Destination, ServiceConfig } from '../lvs/table.ts';

/** What to do to a kernel, in this order, to give it the desired table. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Defined services that stand in the kernel without being Shoal's; they are left alone until taken over. */
  readonly foreign: readonly ServiceKeyText[];
}

/** One change of the kernel's table: a whole service or destination at a time, because SET replaces it wholly. */
export type Step = StepAction & { readonly reason: StepReason };

export type StepAction =
  | { readonly action: 'add-service' | 'change-service'; readonly service: ServiceKey; readonly config: ServiceConfig }
  | { readonly action: 'remove-service'; readonly service: ServiceKey }
  | {
      readonly action: 'add-destination' | 'change-destination';
      readonly service: ServiceKey;
      readonly destination: Destination;
    }
  | { readonly action: 'remove-destination'; readonly service: ServiceKey; readonly destination: DestinationKey };

export type StepReason =
  | { readonly why: 'missing' }
  | { readonly why: 'not-defined' }
  | { readonly why: 'differs'; readonly differences: readonly Difference[] };

/** A field that the kernel has otherwise than desired; both sides as ipvsadm would print them. */
export interface Difference {
  readonly field:
    | 'scheduler'
    | 'flags'
    | 'one-packet'
    | 'persistence'
    | 'persistence-engine'
    | 'forwarding'
    | 'weight'
    | 'upper-threshold'
    | 'lower-threshold'
    | 'tunnel';
  readonly kernel: string;
  readonly desired: string;
}
