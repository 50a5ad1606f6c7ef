import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { Destination, IpvsTable, VirtualService } from '../../domain/lvs/table.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import { numbersPerDestination } from '../../domain/observation/sample.ts';
import { plainDestination } from '../../domain/plan/differences.ts';
import type { SampleMessage, TableMessage } from '../../domain/wire/table-message.ts';

type WireService = TableMessage['services'][number];

/** A table without its numbers, as the wire has it. */
export const servicesOf = (observation: Observation): WireService[] =>
  observation.services.map((service) => ({
    key: service.key,
    scheduler: service.scheduler,
    schedulerFlags: [...service.schedulerFlags],
    onePacket: service.onePacket,
    persistence: service.persistence,
    persistenceEngine: service.persistenceEngine,
    destinations: service.destinations.map(plainDestination),
  }));

/** The numbers of a table, in its order and that of `sampleOffset`. */
export function numbersOf({ services }: Observation): SampleMessage['numbers'] {
  // Of its full length from the start: a list that grows moved 80,000 numbers a dozen times, a fifth of a large sample.
  const length = services.reduce((sum, { destinations }) => sum + destinations.length, 0) * numbersPerDestination;
  const numbers = Array<number>(length);
  let at = 0;
  for (const { destinations } of services)
    for (const { activeConn, inactConn, persistConn, counters } of destinations) {
      const { conns, inPackets, outPackets, inBytes, outBytes } = counters;
      numbers[at++] = activeConn;
      numbers[at++] = inactConn;
      numbers[at++] = persistConn;
      numbers[at++] = conns;
      numbers[at++] = inPackets;
      numbers[at++] = outPackets;
      numbers[at++] = inBytes;
      numbers[at++] = outBytes;
    }
  return numbers;
}

/**
 * Whether two tables have the same entries in the same order and with the same configuration.
 *
 * A change of the kernel's order alone makes a new table too, because samples go by place.
 */
export const isSameTable = (services: readonly VirtualService[], table: IpvsTable): boolean =>
  services.length === table.services.length &&
  table.services.every((service, index) => {
    const other = services[index];
    return other !== undefined && isSameService(other, service);
  });

const isSameService = (a: VirtualService, b: VirtualService): boolean =>
  serviceKeyText(a.key) === serviceKeyText(b.key) &&
  a.scheduler === b.scheduler &&
  a.schedulerFlags.join() === b.schedulerFlags.join() &&
  a.onePacket === b.onePacket &&
  a.persistence?.timeout === b.persistence?.timeout &&
  a.persistence?.netmask === b.persistence?.netmask &&
  a.persistenceEngine === b.persistenceEngine &&
  a.destinations.length === b.destinations.length &&
  b.destinations.every((destination, index) => {
    const other = a.destinations[index];
    return other !== undefined && isSameDestination(other, destination);
  });

const isSameDestination = (a: Destination, b: Destination): boolean =>
  a.address === b.address &&
  a.port === b.port &&
  a.forwarding === b.forwarding &&
  a.weight === b.weight &&
  a.upperThreshold === b.upperThreshold &&
  a.lowerThreshold === b.lowerThreshold &&
  (a.tunnel === b.tunnel || JSON.stringify(a.tunnel) === JSON.stringify(b.tunnel));
