import type { Destination, DestinationConfig, Persistence, ServiceConfig, Tunnel } from '../lvs/table.ts';
import type { Difference } from './plan.ts';

/** A field of a configuration: its word, and its value as ipvsadm prints it. Equal texts mean the same. */
export interface ConfigField<T> {
  readonly field: Difference['field'];
  readonly text: (config: T) => string;
}

export const serviceFields = {
  scheduler: { field: 'scheduler', text: (config) => config.scheduler },
  schedulerFlags: { field: 'flags', text: (config) => [...config.schedulerFlags].sort().join(',') || 'none' },
  onePacket: { field: 'one-packet', text: (config) => (config.onePacket ? 'on' : 'off') },
  persistence: { field: 'persistence', text: ({ persistence }) => persistenceText(persistence) },
  persistenceEngine: { field: 'persistence-engine', text: (config) => config.persistenceEngine ?? 'none' },
} satisfies Record<keyof ServiceConfig, ConfigField<ServiceConfig>>;

export const destinationFields = {
  forwarding: { field: 'forwarding', text: (config) => config.forwarding },
  weight: { field: 'weight', text: (config) => String(config.weight) },
  upperThreshold: { field: 'upper-threshold', text: (config) => String(config.upperThreshold) },
  lowerThreshold: { field: 'lower-threshold', text: (config) => String(config.lowerThreshold) },
  tunnel: { field: 'tunnel', text: (config) => tunnelText(tunnelOf(config)) },
} satisfies Record<keyof DestinationConfig, ConfigField<DestinationConfig>>;

const allServiceFields: readonly ConfigField<ServiceConfig>[] = Object.values(serviceFields);
const allDestinationFields: readonly ConfigField<DestinationConfig>[] = Object.values(destinationFields);

/** The fields of a service's configuration that the kernel has otherwise than desired; empty when they agree. */
export const serviceDifferences = (kernel: ServiceConfig, desired: ServiceConfig): Difference[] =>
  differences(allServiceFields, kernel, desired);

/** The fields of a destination that the kernel has otherwise than desired; empty when they agree. */
export const destinationDifferences = (kernel: DestinationConfig, desired: DestinationConfig): Difference[] =>
  differences(allDestinationFields, kernel, desired);

/** How a destination tunnels: by IPIP when no type is named, as the kernel does and says when read. */
export const tunnelOf = ({ tunnel, forwarding }: Pick<DestinationConfig, 'tunnel' | 'forwarding'>): Tunnel | null =>
  tunnel ?? (forwarding === 'tunneling' ? { type: 'ipip' } : null);

function differences<T>(fields: readonly ConfigField<T>[], kernel: T, desired: T): Difference[] {
  const found: Difference[] = [];
  for (const { field, text } of fields) {
    const has = text(kernel);
    const wanted = text(desired);
    if (has !== wanted) found.push({ field, kernel: has, desired: wanted });
  }
  return found;
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

const persistenceText = (persistence: Persistence | null): string =>
  persistence ? `${persistence.timeout} s /${persistence.netmask}` : 'none';

function tunnelText(tunnel: Tunnel | null): string {
  if (!tunnel) return 'none';
  if (tunnel.type === 'ipip') return 'ipip';
  return tunnel.type === 'gue' ? `gue ${tunnel.port} ${tunnel.checksum}` : `gre ${tunnel.checksum}`;
}
