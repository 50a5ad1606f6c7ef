import type { DestinationKey } from '../lvs/destination-key.ts';
import type { ServiceKey, ServiceKeyText } from '../lvs/service-key.ts';
import type { Timeouts } from '../lvs/sysctl.ts';
import type { Destination, ServiceConfig } from '../lvs/table.ts';

/** What to do to a kernel, in this order, to give it the desired table. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Defined services that stand in the kernel without being Shoal's; they are left alone until taken over. */
  readonly foreign: readonly ServiceKeyText[];
  /** Defined sysctls that this kernel doesn't have, by the names of `net.ipv4.vs.*`. */
  readonly unsupported: readonly string[];
}

/** One change of the kernel: of its table or of how it is set. */
export type Step = StepAction & { readonly reason: StepReason };

export type StepAction = TableAction | SettingAction;

/** A whole service or destination at a time, because SET replaces it wholly. */
export type TableAction =
  | { readonly action: 'add-service' | 'change-service'; readonly service: ServiceKey; readonly config: ServiceConfig }
  | { readonly action: 'remove-service'; readonly service: ServiceKey }
  | {
      readonly action: 'add-destination' | 'change-destination';
      readonly service: ServiceKey;
      readonly destination: Destination;
    }
  | { readonly action: 'remove-destination'; readonly service: ServiceKey; readonly destination: DestinationKey };

export type SettingAction =
  /** Seconds; 0 leaves one as it is, as for `ipvsadm --set`. */
  | { readonly action: 'set-timeouts'; readonly timeouts: Timeouts }
  /** A file of /proc/sys/net/ipv4/vs; `sync_threshold` has two values. */
  | { readonly action: 'set-sysctl'; readonly name: string; readonly values: readonly number[] };

export const isTableAction = <T extends StepAction>(step: T): step is T & TableAction =>
  step.action !== 'set-timeouts' && step.action !== 'set-sysctl';

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
    | 'tunnel'
    | 'tcp-timeout'
    | 'tcpfin-timeout'
    | 'udp-timeout'
    | 'sysctl';
  readonly kernel: string;
  readonly desired: string;
}
