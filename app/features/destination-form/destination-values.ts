import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import type { ForwardingMethod } from '../../../domain/lvs/forwarding-method.ts';
import type { TunnelChecksum } from '../../../domain/lvs/table.ts';
import { typedNumber, typedText } from '../service-form/typed.ts';

/** What a form of a destination holds while somebody types. */
export interface DestinationValues {
  address: string;
  port: string;
  forwarding: ForwardingMethod;
  weight: string;
  upperThreshold: string;
  lowerThreshold: string;
  tunnelType: 'ipip' | 'gue' | 'gre';
  tunnelPort: string;
  checksum: TunnelChecksum;
}

/** Whether an upper threshold was typed: without one there is nothing to fall below. */
export const hasUpperThreshold = (upper: string): boolean => upper.trim() !== '' && Number(upper) !== 0;

/** The port that direct routing and tunneling must have: the virtual service's own. */
export const servicePort = (service: ServiceDefinition): number =>
  service.key.kind === 'address' ? service.key.port : 0;

/** A new destination begins like the last one beside it: they mostly differ by address alone. */
export function newDestinationValues(service: ServiceDefinition): DestinationValues {
  const last = service.destinations.at(-1);
  return {
    address: '',
    port: String(last?.port ?? servicePort(service)),
    forwarding: last?.forwarding ?? 'direct-routing',
    weight: String(last?.weight ?? 1),
    upperThreshold: '0',
    lowerThreshold: '0',
    ...tunnelValues(last?.tunnel ?? null),
  };
}

export function valuesOfDestination(destination: DestinationDefinition): DestinationValues {
  return {
    address: destination.address,
    port: String(destination.port),
    forwarding: destination.forwarding,
    weight: String(destination.weight),
    upperThreshold: String(destination.upperThreshold),
    lowerThreshold: String(destination.lowerThreshold),
    ...tunnelValues(destination.tunnel),
  };
}

function tunnelValues(
  tunnel: DestinationDefinition['tunnel'],
): Pick<DestinationValues, 'tunnelType' | 'tunnelPort' | 'checksum'> {
  return {
    tunnelType: tunnel?.type ?? 'ipip',
    tunnelPort: tunnel?.type === 'gue' ? String(tunnel.port) : '',
    checksum: tunnel && tunnel.type !== 'ipip' ? tunnel.checksum : 'nocsum',
  };
}

/**
 * The virtual service with what was typed in it, in the shape that the definition's schema checks: some rules are
 * about a destination and its service together.
 */
export function typedIn(
  values: DestinationValues,
  service: ServiceDefinition,
  edited: DestinationDefinition | null,
): unknown {
  const fixedPort = values.forwarding !== 'masquerading';
  const typed = {
    address: typedText(values.address),
    port: fixedPort ? servicePort(service) : typedNumber(values.port),
    forwarding: values.forwarding,
    weight: typedNumber(values.weight),
    upperThreshold: typedNumber(values.upperThreshold) ?? 0,
    lowerThreshold: hasUpperThreshold(values.upperThreshold) ? (typedNumber(values.lowerThreshold) ?? 0) : 0,
    tunnel: values.forwarding === 'tunneling' ? typedTunnel(values) : null,
  };
  return { ...service, destinations: [...othersThan(service, edited), typed] };
}

/** The other destinations of the service: what was typed stands after them. */
export function othersThan(service: ServiceDefinition, edited: DestinationDefinition | null) {
  const key = edited && destinationKeyText(edited);
  return service.destinations.filter((one) => destinationKeyText(one) !== key);
}

function typedTunnel({ tunnelType, tunnelPort, checksum }: DestinationValues): unknown {
  switch (tunnelType) {
    case 'ipip':
      // The kernel's own way when none is named, and the definition says nothing then.
      return null;
    case 'gue':
      return { type: 'gue', port: typedNumber(tunnelPort), checksum };
    case 'gre':
      return { type: 'gre', checksum: checksum === 'remcsum' ? 'nocsum' : checksum };
  }
}

/** The form's field for a path inside a destination; null when no field is meant. */
export function fieldOfDestinationPath(path: readonly PropertyKey[]): keyof DestinationValues | null {
  const [first, second] = path;
  switch (first) {
    case undefined:
      return 'address';
    case 'tunnel':
      return second === 'port' ? 'tunnelPort' : second === 'checksum' ? 'checksum' : 'tunnelType';
    case 'address':
    case 'port':
    case 'forwarding':
    case 'weight':
    case 'upperThreshold':
    case 'lowerThreshold':
      return first;
    default:
      return null;
  }
}
