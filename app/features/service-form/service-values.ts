import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { ForwardingMethod } from '../../../domain/lvs/forwarding-method.ts';
import type { Protocol } from '../../../domain/lvs/protocol.ts';
import { type Scheduler, takesFlags } from '../../../domain/lvs/scheduler.ts';
import { type CheckValues, fieldOfCheckPath, newCheckValues, typedCheck, valuesOfCheck } from './check-values.ts';
import { typedNumber, typedText } from './typed.ts';
import { fitsEngine, fitsOnePacket } from './what-fits.ts';

/** What a form of a virtual service holds while somebody types: texts, so that nothing typed is ever lost. */
export interface ServiceValues extends CheckValues {
  name: string;
  kind: 'address' | 'fwmark';
  protocol: Protocol;
  address: string;
  port: string;
  fwmark: string;
  family: 'ipv4' | 'ipv6';
  scheduler: Scheduler;
  fallback: boolean;
  flagPort: boolean;
  persistent: boolean;
  timeout: string;
  netmask: string;
  engine: '' | 'sip';
  onePacket: boolean;
  /** Of a new service alone; later destinations have a form of their own. */
  forwarding: ForwardingMethod;
  destinations: { address: string; port: string; weight: string }[];
}

export const newServiceValues: ServiceValues = {
  name: '',
  kind: 'address',
  protocol: 'TCP',
  address: '',
  port: '',
  fwmark: '',
  family: 'ipv4',
  scheduler: 'wlc',
  fallback: false,
  flagPort: false,
  persistent: false,
  timeout: '300',
  netmask: '32',
  engine: '',
  onePacket: false,
  ...newCheckValues,
  forwarding: 'direct-routing',
  destinations: [{ address: '', port: '', weight: '1' }],
};

export function valuesOfService(service: ServiceDefinition): ServiceValues {
  const { key, persistence } = service;
  return {
    ...newServiceValues,
    name: service.name,
    kind: key.kind,
    ...(key.kind === 'address'
      ? { protocol: key.protocol, address: key.address, port: String(key.port) }
      : { fwmark: String(key.fwmark), family: key.family }),
    scheduler: service.scheduler,
    fallback: service.schedulerFlags.includes('fallback'),
    flagPort: service.schedulerFlags.includes('port'),
    persistent: persistence !== null,
    ...(persistence ? { timeout: String(persistence.timeout), netmask: String(persistence.netmask) } : {}),
    engine: service.persistenceEngine ?? '',
    onePacket: service.onePacket,
    ...valuesOfCheck(service.check),
    destinations: [],
  };
}

/**
 * What was typed, in the shape that the definition's schema checks. Destinations are those of the definition.
 *
 * What the form shows as off because it doesn't fit is off here, too.
 */
export function typedService(values: ServiceValues, destinations: readonly DestinationDefinition[] | null): unknown {
  const flags = [values.fallback && 'fallback', values.flagPort && 'port'].filter(Boolean);
  return {
    name: values.name,
    key:
      values.kind === 'address'
        ? {
            kind: 'address',
            protocol: values.protocol,
            address: typedText(values.address),
            port: typedNumber(values.port),
          }
        : { kind: 'fwmark', fwmark: typedNumber(values.fwmark), family: values.family },
    scheduler: values.scheduler,
    schedulerFlags: takesFlags(values.scheduler) ? flags : [],
    onePacket: values.onePacket && fitsOnePacket(values),
    persistence: values.persistent
      ? { timeout: typedNumber(values.timeout), netmask: typedNumber(values.netmask) }
      : null,
    persistenceEngine: values.engine && fitsEngine(values) ? values.engine : null,
    check: typedCheck(values),
    destinations: destinations ?? typedDestinations(values),
  };
}

function typedDestinations(values: ServiceValues): unknown[] {
  const servicePort = values.kind === 'address' ? values.port : '0';
  return values.destinations
    .filter((one) => one.address.trim() !== '')
    .map((one) => ({
      address: one.address,
      port: typedNumber(values.forwarding === 'masquerading' && one.port.trim() !== '' ? one.port : servicePort),
      forwarding: values.forwarding,
      weight: typedNumber(one.weight),
    }));
}

/** The form's field for a path of the schema; null when no field is meant. */
export function fieldOfPath(path: readonly PropertyKey[], typed: ServiceValues): string | null {
  const [first, second, third] = path;
  switch (first) {
    case 'key':
      return second === undefined || second === 'kind'
        ? typed.kind === 'address'
          ? 'address'
          : 'fwmark'
        : String(second);
    case 'schedulerFlags':
      return 'fallback';
    case 'persistence':
      return second === undefined ? 'persistent' : String(second);
    case 'check':
      return fieldOfCheckPath(path);
    case 'persistenceEngine':
      return 'engine';
    case 'destinations': {
      if (typeof second !== 'number') return null;
      // Empty lines are left out of what is checked, and must be counted in again.
      const lines = typed.destinations.flatMap((one, line) => (one.address.trim() === '' ? [] : [line]));
      const line = lines[second];
      if (line === undefined) return null;
      return third === 'forwarding' ? 'forwarding' : `destinations.${line}.${String(third ?? 'address')}`;
    }
    case 'name':
    case 'scheduler':
    case 'onePacket':
      return first;
    default:
      return null;
  }
}
