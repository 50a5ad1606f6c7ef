import type { Address } from '../lvs/address.ts';
import type { KernelSettings } from '../lvs/sysctl.ts';
import type { Destination, VirtualService } from '../lvs/table.ts';

/** What the kernel of a director says at one moment: its table with gauges and counters. */
export interface Observation {
  /** Milliseconds on the director's boot-time clock (CLOCK_BOOTTIME), taken when the dump ended. */
  readonly kernelTime: number;
  readonly services: readonly ObservedService[];
}

export interface ObservedService extends VirtualService {
  readonly counters: Counters;
  readonly destinations: readonly ObservedDestination[];
}

export interface ObservedDestination extends Destination, Gauges {
  readonly counters: Counters;
}

/** Connections that stand now, counted as `ipvsadm -Ln` counts them. */
export interface Gauges {
  readonly activeConn: number;
  readonly inactConn: number;
  readonly persistConn: number;
}

/** Totals since the entry was made; they only rise, but for a reset. The kernel refreshes them every 2 seconds. */
export interface Counters {
  readonly conns: number;
  readonly inPackets: number;
  readonly outPackets: number;
  readonly inBytes: number;
  readonly outBytes: number;
}

/** What a director is and how it is set, apart from its table. Read once a table, not once a second. */
export interface DirectorFacts extends KernelSettings {
  readonly kernel: string;
  /** IPVS's own version, such as 1.2.1. */
  readonly ipvs: string;
  readonly connectionTableSize: number;
  /** Changes at every boot of the director. */
  readonly bootId: string;
  readonly daemons: readonly SyncDaemon[];
  /** Addresses that stand on the director's own interfaces: VIPs are active where they are. */
  readonly addresses: readonly Address[];
}

export interface SyncDaemon {
  readonly state: 'master' | 'backup';
  readonly interface: string;
  readonly syncId: number;
}
