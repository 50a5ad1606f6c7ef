import fc from 'fast-check';
import { serviceKeyText } from '../lvs/service-key.ts';
import { crowdedTable } from '../lvs/table.arbitrary.ts';
import { type Definition, definitionSchema } from './definition.ts';

const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3'] as const;

const realServers = fc
  .tuple(...addresses.map(() => fc.constantFrom(null, 'a', 'b', 'c')))
  .map((names) => [...Map.groupBy(addresses, (_, at) => names[at] ?? null)])
  .map((groups) => groups.flatMap(([name, all]) => (name === null ? [] : [{ name, addresses: all }])));

const few = fc.option(fc.integer({ min: 1, max: 3 }));

/** Definitions from pools so small that two of them share most services, destinations, names and settings. */
export const crowdedDefinition: fc.Arbitrary<Definition> = fc
  .record({
    table: crowdedTable,
    realServers,
    suffixes: fc.array(fc.constantFrom('', '', 'x'), { minLength: 6, maxLength: 6 }),
    timeouts: fc.record({ tcp: few, tcpfin: few, udp: few }),
    conntrack: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
    drift: fc.constantFrom('report', 'repair'),
  })
  .map(({ table, suffixes, timeouts, conntrack, drift, ...rest }) =>
    definitionSchema.parse({
      ...rest,
      services: table.services.map((service, at) => ({
        ...service,
        name: serviceKeyText(service.key).replace(' ', '-') + suffixes[at],
      })),
      settings: { timeouts, sysctls: conntrack === undefined ? {} : { conntrack }, drift },
    }),
  );

/** A definition with all that means nothing put into one form, so that equal meanings are equal values. */
export function meaningOf({ realServers: servers, services, settings }: Definition) {
  const byText = <T>(all: readonly T[]) => all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    realServers: byText(servers.map((server) => ({ ...server, addresses: byText(server.addresses) }))),
    services: byText(
      services.map((service) => ({
        ...service,
        schedulerFlags: byText(service.schedulerFlags),
        destinations: byText(
          service.destinations.map((to) => ({
            ...to,
            tunnel: to.tunnel ?? (to.forwarding === 'tunneling' ? { type: 'ipip' } : null),
          })),
        ),
      })),
    ),
    settings,
  };
}
