import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { KernelSettings } from '../../domain/lvs/sysctl.ts';
import type { Observation, SyncDaemon } from '../../domain/observation/observation.ts';
import type { SettingAction, TableAction } from '../../domain/plan/plan.ts';
import type { NetlinkError } from '../netlink/netlink-error.ts';
import type { IpvsInfo } from './ipvs-info.ts';
import type { SyncDaemonConfig } from './sync-daemon.ts';

/** Why the kernel didn't do something: the errno's name, with the kernel's own text where it gave one. */
export type Refusal = Pick<NetlinkError, 'errnoName' | 'extendedAck'>;

/** A director's IPVS: the real one behind netlink, or a simulated one. Its methods throw NetlinkError. */
export interface Kernel {
  /** The whole table with gauges and counters, each entry once. A write never falls into the middle of it. */
  readTable(): Promise<Observation>;
  /** Runs up to 1,000 steps at once, also those after one that failed, and gives the outcome of each: null is done. */
  write(steps: readonly TableAction[]): Promise<readonly (NetlinkError | null)[]>;
  readInfo(): Promise<IpvsInfo>;
  /** The timeouts, and what there is of `net.ipv4.vs.*`. */
  readSettings(): Promise<KernelSettings>;
  /** Sets the timeouts or one sysctl; null is done. */
  writeSetting(setting: SettingAction): Promise<Refusal | null>;
  readDaemons(): Promise<readonly SyncDaemonConfig[]>;
  startDaemon(daemon: SyncDaemonConfig): Promise<void>;
  stopDaemon(state: SyncDaemon['state']): Promise<void>;
  /** Sets counters to zero: of one service, or of all and the totals. */
  zeroCounters(service: ServiceKey | null): Promise<void>;
  close(): void;
}
