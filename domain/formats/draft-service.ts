import type { Check } from '../checks/check.ts';
import type { Address } from '../lvs/address.ts';
import type { ForwardingMethod } from '../lvs/forwarding-method.ts';
import type { SchedulerFlag } from '../lvs/scheduler.ts';
import type { ServiceKey } from '../lvs/service-key.ts';
import type { Tunnel } from '../lvs/table.ts';
import type { Lines } from './note.ts';

/** A virtual service as a file has it, before a definition has accepted it. What is optional is off without it. */
export interface DraftService extends Lines {
  /** What the file calls it, in any characters; null where it has no name. */
  readonly name: string | null;
  readonly key: ServiceKey;
  readonly scheduler: string;
  readonly schedulerFlags?: readonly SchedulerFlag[];
  readonly onePacket?: boolean;
  /** `netmask` is a prefix length; null is one client. */
  readonly persistence?: { readonly timeout: number; readonly netmask: number | null } | null | undefined;
  readonly persistenceEngine?: 'sip' | null;
  readonly check?: Check | null;
  readonly destinations: readonly DraftDestination[];
}

/** A destination as a file has it. Numbers are as written: what is out of range is left out with its reason. */
export interface DraftDestination extends Lines {
  /** What the file calls the real server, in any characters; null where it has no name. */
  readonly serverName: string | null;
  readonly address: Address;
  readonly port: number;
  readonly forwarding: ForwardingMethod;
  readonly weight: number;
  readonly upperThreshold?: number;
  readonly lowerThreshold?: number;
  readonly tunnel?: Tunnel | null;
}
