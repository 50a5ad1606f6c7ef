import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { DestinationConfig, ServiceConfig } from '../lvs/table.ts';
import { tunnelOf } from '../plan/differences.ts';
import type { Stands } from './accepted-drift.ts';

/** That a service stands in a kernel as `stands`, over a definition that has it as `over`; null is having none. */
export const serviceStands = (
  service: ServiceKeyText,
  over: ServiceConfig | null,
  stands: ServiceConfig | null,
): Stands => ({ what: 'service', service, over: over && serviceConfig(over), stands: stands && serviceConfig(stands) });

/** That a destination stands in a kernel as `stands`, over a definition that has it as `over`; null is having none. */
export const destinationStands = (
  service: ServiceKeyText,
  destination: DestinationKeyText,
  over: DestinationConfig | null,
  stands: DestinationConfig | null,
): Stands => ({
  ...{ what: 'destination', service, destination },
  over: over && destinationConfig(over),
  stands: stands && destinationConfig(stands),
});

const serviceConfig = (config: ServiceConfig) => ({
  scheduler: config.scheduler,
  schedulerFlags: [...config.schedulerFlags],
  onePacket: config.onePacket,
  persistence: config.persistence && { ...config.persistence },
  persistenceEngine: config.persistenceEngine,
});

function destinationConfig(config: DestinationConfig) {
  const { forwarding, weight, upperThreshold, lowerThreshold } = config;
  const tunnel = tunnelOf(config);
  return { forwarding, weight, upperThreshold, lowerThreshold, tunnel: tunnel && { ...tunnel } };
}
