import { setImmediate as nextTurn } from 'node:timers/promises';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { familyOfService, serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { ObservedDestination, ObservedService } from '../../domain/observation/observation.ts';
import { attributesStart } from '../genetlink/genetlink-header.ts';
import type { Message } from '../netlink/message.ts';
import type { NetlinkConnection, Request } from '../netlink/netlink-connection.ts';
import { readAttributes } from '../netlink/read-attributes.ts';
import { type CommandName, topAttribute } from './attributes.ts';
import { readDestination } from './read-destination.ts';
import { readService, type ServiceEntry } from './read-service.ts';
import { writeServiceKey } from './service-message.ts';

/** Makes the request of a command to the family, whose id is known by now. */
export type MakeRequest = (command: CommandName, write?: Request['write']) => Request;

/** Milliseconds after which the event loop gets its turn, and services after which the clock is looked at. */
const longestTurn = 20;
const servicesALook = 32;

const fewDestinations = 32;

/**
 * The whole table, read over several sockets at once: one for each dump that is on its way.
 *
 * The kernel has one dump for all services and one for each service's destinations, and each costs a few turns of the
 * event loop; eight at a time share them. Gives null when `giveUp` says so between two dumps.
 */
export async function readTable(
  connections: readonly NetlinkConnection[],
  request: MakeRequest,
  giveUp: () => boolean,
): Promise<ObservedService[] | null> {
  const [first] = connections;
  if (!first) throw new RangeError('a table is read over at least one connection');
  const entries = new Map<string, ServiceEntry>();
  await first.dump(request('GET_SERVICE'), (message) =>
    eachNest(message, topAttribute.SERVICE, (start, end) => {
      const service = readService(message.bytes, start, end);
      if (service) entries.set(serviceKeyText(service.key), service);
    }),
  );
  const waiting = [...entries.values()];
  const services: ObservedService[] = Array.from({ length: waiting.length });
  let next = 0;
  let failed = false;
  let turnStart = performance.now();
  // Settled and not raced: nobody may write while one of the dumps still runs.
  const dumps = await Promise.allSettled(
    connections.map(async (connection) => {
      while (next < waiting.length && !failed && !giveUp()) {
        const index = next++;
        const entry = waiting[index];
        if (!entry) continue;
        // A socket that answers at once would keep everything else waiting until the last service.
        if (index % servicesALook === servicesALook - 1 && performance.now() - turnStart > longestTurn) {
          await nextTurn();
          turnStart = performance.now();
        }
        try {
          services[index] = { ...entry, destinations: await readDestinations(connection, request, entry) };
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    }),
  );
  for (const dump of dumps) if (dump.status === 'rejected') throw dump.reason;
  return next < waiting.length ? null : services;
}

async function readDestinations(
  connection: NetlinkConnection,
  request: MakeRequest,
  service: ServiceEntry,
): Promise<ObservedDestination[]> {
  const family = familyOfService(service.key);
  const found: ObservedDestination[] = [];
  const write: Request['write'] = (writer) => writeServiceKey(writer, service.key);
  await connection.dump(request('GET_DEST', write), (message) =>
    eachNest(message, topAttribute.DEST, (start, end) => {
      const destination = readDestination(message.bytes, start, end, family);
      found.push(destination);
    }),
  );
  return withoutTwins(found);
}

/** Each destination once, as a change in the middle of a dump makes the kernel tell some twice. */
function withoutTwins(found: ObservedDestination[]): ObservedDestination[] {
  // Texts are made only where comparing each with each would cost more.
  if (found.length > fewDestinations)
    return [...new Map(found.map((destination) => [destinationKeyText(destination), destination])).values()];
  return found.filter(
    ({ address, port }, index) =>
      !found.some((other, at) => at > index && other.port === port && other.address === address),
  );
}

/** Calls with the offsets of each nest of a kind in a message. */
export function eachNest(message: Message, kind: number, visit: (start: number, end: number) => void): void {
  readAttributes(message.bytes, attributesStart(message), message.end, (type, at, length) => {
    if (type === kind) visit(at, at + length);
  });
}
