import { constants } from 'node:os';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { KernelSettings } from '../../domain/lvs/sysctl.ts';
import type { IpvsTable } from '../../domain/lvs/table.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import type { SettingAction, TableAction } from '../../domain/plan/plan.ts';
import { tableAfter } from '../../domain/plan/table-after.ts';
import type { IpvsInfo } from '../ipvs/ipvs-info.ts';
import type { Kernel, Refusal } from '../ipvs/kernel.ts';
import type { SyncDaemonConfig } from '../ipvs/sync-daemon.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { settingsAfter, simulatedSettings } from './simulated-settings.ts';
import { SimulatedTraffic } from './simulated-traffic.ts';

/**
 * A table in memory that answers as the kernel does, with made-up traffic. For trying the console where there is no
 * IPVS; it is announced as simulated and shown so everywhere.
 */
export class SimulatedKernel implements Kernel {
  #table: IpvsTable = { services: [] };
  #settings: KernelSettings = simulatedSettings;
  #daemons: readonly SyncDaemonConfig[] = [];
  readonly #traffic: SimulatedTraffic;
  readonly #bootTime: () => number;

  /** `random` in [0, 1) makes the traffic; the same numbers make the same traffic. */
  constructor(bootTime: () => number, random: () => number) {
    this.#bootTime = bootTime;
    this.#traffic = new SimulatedTraffic(random);
  }

  readTable(): Promise<Observation> {
    const kernelTime = this.#bootTime();
    this.#traffic.runUntil(kernelTime, this.#table);
    const services = this.#table.services.map((service) => {
      const destinations = service.destinations.map((destination) => ({
        ...destination,
        ...this.#traffic.of(`${serviceKeyText(service.key)} ${destinationKeyText(destination)}`),
      }));
      return { ...service, destinations, counters: this.#traffic.sumOf(destinations) };
    });
    return Promise.resolve({ kernelTime, services });
  }

  write(steps: readonly TableAction[]): Promise<readonly (NetlinkError | null)[]> {
    return Promise.resolve(
      steps.map((step) => {
        const after = tableAfter(this.#table, step);
        if (after.ok) this.#table = after.value;
        return after.ok ? null : new NetlinkError(step.action, errnoOf(after.reason));
      }),
    );
  }

  readInfo(): Promise<IpvsInfo> {
    return Promise.resolve({ version: '1.2.1', connectionTableSize: 4096 });
  }

  readSettings(): Promise<KernelSettings> {
    return Promise.resolve(this.#settings);
  }

  writeSetting(setting: SettingAction): Promise<Refusal | null> {
    const after = settingsAfter(this.#settings, setting);
    if (after.ok) this.#settings = after.value;
    return Promise.resolve(after.ok ? null : { errnoName: after.reason, extendedAck: null });
  }

  readDaemons(): Promise<readonly SyncDaemonConfig[]> {
    return Promise.resolve(this.#daemons);
  }

  startDaemon(daemon: SyncDaemonConfig): Promise<void> {
    if (this.#daemons.some((other) => other.state === daemon.state))
      return Promise.reject(new NetlinkError('NEW_DAEMON', constants.errno.EEXIST));
    this.#daemons = [...this.#daemons, daemon];
    return Promise.resolve();
  }

  stopDaemon(state: SyncDaemonConfig['state']): Promise<void> {
    const left = this.#daemons.filter((daemon) => daemon.state !== state);
    if (left.length === this.#daemons.length)
      return Promise.reject(new NetlinkError('DEL_DAEMON', constants.errno.ESRCH));
    this.#daemons = left;
    return Promise.resolve();
  }

  zeroCounters(): Promise<void> {
    this.#traffic.zero();
    return Promise.resolve();
  }

  close(): void {
    this.#table = { services: [] };
  }
}

const errnoOf = (name: string): number =>
  constants.errno[name as keyof typeof constants.errno] ?? constants.errno.EINVAL;
