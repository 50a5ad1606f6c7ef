import type { Definition } from '../../definition/definition.ts';
import type { DestinationDefinition } from '../../definition/destination-definition.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import type { Settings } from '../../definition/settings.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { familyOfService, type ServiceKey, serviceKeyText } from '../../lvs/service-key.ts';
import { checkFields } from '../check-fields.ts';

/** The version of the format, in the field `shoal` of a text; a reader refuses others. */
export const formatVersion = 1;

/**
 * A definition as plain values for a JSON or YAML text: keys as texts (`TCP 10.0.0.4:80`, `fwmark 1`,
 * `10.0.0.21:80`), and nothing that is as it would be anyway.
 */
export function definitionFields(definition: Definition): object {
  const { realServers, services, settings } = definition;
  return {
    shoal: formatVersion,
    ...unlessEmpty(
      'realServers',
      realServers.map(({ name, addresses, labels }) => ({ name, addresses, ...unlessEmpty('labels', labels) })),
    ),
    ...unlessEmpty('settings', settingsFields(settings)),
    services: services.map(serviceFields),
  };
}

function serviceFields(service: ServiceDefinition): object {
  const { key, persistence } = service;
  return {
    name: service.name,
    key: keyText(key),
    scheduler: service.scheduler,
    ...unlessEmpty('schedulerFlags', service.schedulerFlags),
    ...(service.onePacket ? { onePacket: true } : {}),
    ...(persistence ? { persistence: persistenceField(key, persistence) } : {}),
    ...(service.persistenceEngine ? { persistenceEngine: service.persistenceEngine } : {}),
    ...(service.check ? { check: checkFields(service.check) } : {}),
    ...unlessEmpty('destinations', service.destinations.map(destinationFields)),
  };
}

const keyText = (key: ServiceKey): string => serviceKeyText(key).replace(/^FWM/, 'fwmark');

function persistenceField(key: ServiceKey, { timeout, netmask }: NonNullable<ServiceDefinition['persistence']>) {
  return netmask === (familyOfService(key) === 'ipv6' ? 128 : 32) ? timeout : { timeout, netmask };
}

const destinationFields = (to: DestinationDefinition): object => ({
  key: destinationKeyText(to),
  forwarding: to.forwarding,
  weight: to.weight,
  ...(to.upperThreshold > 0 ? { upperThreshold: to.upperThreshold } : {}),
  ...(to.lowerThreshold > 0 ? { lowerThreshold: to.lowerThreshold } : {}),
  ...(to.tunnel ? { tunnel: to.tunnel } : {}),
});

function settingsFields({ timeouts, sysctls, drift, guard }: Settings): object {
  const set = Object.entries(timeouts).filter(([, seconds]) => seconds !== null);
  return {
    ...unlessEmpty('timeouts', Object.fromEntries(set)),
    ...unlessEmpty('sysctls', sysctls),
    ...(drift === 'report' ? {} : { drift }),
    ...unlessEmpty('guard', Object.fromEntries(Object.entries(guard).filter(([, least]) => least > 0))),
  };
}

const unlessEmpty = (name: string, value: object): object => (Object.keys(value).length > 0 ? { [name]: value } : {});
