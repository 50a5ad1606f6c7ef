import type { Address } from './address.ts';
import type { ObservedForwardingMethod } from './forwarding-method.ts';
import type { SchedulerFlag } from './scheduler.ts';
import type { ServiceKey } from './service-key.ts';

/** An IPVS table: every virtual service with its destinations. The order means nothing, as in the kernel. */
export interface IpvsTable {
  readonly services: readonly VirtualService[];
}

export interface VirtualService extends ServiceConfig {
  readonly key: ServiceKey;
  readonly destinations: readonly Destination[];
}

/** All that SET_SERVICE replaces at once. */
export interface ServiceConfig {
  /** A name of `schedulers`, or one that only this kernel knows; `none` for a service whose scheduler was lost. */
  readonly scheduler: string;
  readonly schedulerFlags: readonly SchedulerFlag[];
  readonly onePacket: boolean;
  readonly persistence: Persistence | null;
  readonly persistenceEngine: string | null;
}

export interface Persistence {
  /** Seconds, 1–2678400. */
  readonly timeout: number;
  /** Prefix length: clients of one prefix go together. 1–32 for IPv4, 1–128 for IPv6; the longest is one client. */
  readonly netmask: number;
}

export interface Destination extends DestinationConfig {
  readonly address: Address;
  readonly port: number;
}

/** All that SET_DEST replaces at once. */
export interface DestinationConfig {
  readonly forwarding: ObservedForwardingMethod;
  /** 0–65535; 0 quiesces. */
  readonly weight: number;
  /** Connections at which the destination takes no more; 0 is without limit. */
  readonly upperThreshold: number;
  /** Connections below which it takes new ones again; 0 is three quarters of the upper one. */
  readonly lowerThreshold: number;
  /** How tunneling wraps packets; null for the other methods. */
  readonly tunnel: Tunnel | null;
}

export type Tunnel =
  | { readonly type: 'ipip' }
  | { readonly type: 'gue'; readonly port: number; readonly checksum: TunnelChecksum }
  | { readonly type: 'gre'; readonly checksum: Exclude<TunnelChecksum, 'remcsum'> };

export const tunnelChecksums = ['nocsum', 'csum', 'remcsum'] as const;
export type TunnelChecksum = (typeof tunnelChecksums)[number];
