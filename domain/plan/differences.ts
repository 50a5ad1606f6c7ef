import type { Destination, DestinationConfig, Persistence, ServiceConfig, Tunnel } from '../lvs/table.ts';
import type { Difference } from './plan.ts';

/** The fields of a service's configuration that the kernel has otherwise than desired; empty when they agree. */
export function serviceDifferences(kernel: ServiceConfig, desired: ServiceConfig): Difference[] {
  return [
    ...difference('scheduler', kernel.scheduler, desired.scheduler),
    ...difference('flags', flagsText(kernel), flagsText(desired)),
    ...difference('one-packet', onOff(kernel.onePacket), onOff(desired.onePacket)),
    ...difference('persistence', persistenceText(kernel.persistence), persistenceText(desired.persistence)),
    ...difference('persistence-engine', kernel.persistenceEngine ?? 'none', desired.persistenceEngine ?? 'none'),
  ];
}

/** The fields of a destination that the kernel has otherwise than desired; empty when they agree. */
export function destinationDifferences(kernel: DestinationConfig, desired: DestinationConfig): Difference[] {
  return [
    ...difference('forwarding', kernel.forwarding, desired.forwarding),
    ...difference('weight', String(kernel.weight), String(desired.weight)),
    ...difference('upper-threshold', String(kernel.upperThreshold), String(desired.upperThreshold)),
    ...difference('lower-threshold', String(kernel.lowerThreshold), String(desired.lowerThreshold)),
    ...difference('tunnel', tunnelText(kernel.tunnel), tunnelText(desired.tunnel)),
  ];
}

/** A destination without what a desired or an observed table adds to it: what is sent to a kernel. */
export const plainDestination = (destination: Destination): Destination => ({
  address: destination.address,
  port: destination.port,
  forwarding: destination.forwarding,
  weight: destination.weight,
  upperThreshold: destination.upperThreshold,
  lowerThreshold: destination.lowerThreshold,
  tunnel: destination.tunnel,
});

/** A service's configuration without its key, destinations and numbers: what is sent to a kernel. */
export const plainConfig = (service: ServiceConfig): ServiceConfig => ({
  scheduler: service.scheduler,
  schedulerFlags: service.schedulerFlags,
  onePacket: service.onePacket,
  persistence: service.persistence,
  persistenceEngine: service.persistenceEngine,
});

const difference = (field: Difference['field'], kernel: string, desired: string): Difference[] =>
  kernel === desired ? [] : [{ field, kernel, desired }];

const onOff = (value: boolean): string => (value ? 'on' : 'off');

const flagsText = (config: ServiceConfig): string => [...config.schedulerFlags].sort().join(',') || 'none';

const persistenceText = (persistence: Persistence | null): string =>
  persistence ? `${persistence.timeout} s /${persistence.netmask}` : 'none';

function tunnelText(tunnel: Tunnel | null): string {
  if (!tunnel) return 'none';
  if (tunnel.type === 'ipip') return 'ipip';
  return tunnel.type === 'gue' ? `gue ${tunnel.port} ${tunnel.checksum}` : `gre ${tunnel.checksum}`;
}
