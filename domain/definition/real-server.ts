import type { Address } from '../lvs/address.ts';
import type { Definition } from './definition.ts';

/** Names of all real servers, named ones first: also addresses that only destinations mention. */
export function realServerNames(definition: Definition): string[] {
  const names = new Set(definition.realServers.map((server) => server.name));
  const nameOf = realServerNamer(definition);
  for (const service of definition.services)
    for (const destination of service.destinations) names.add(nameOf(destination.address));
  return [...names];
}

/** Gives the name of the real server that has an address; an address without a name stands for itself. */
export function realServerNamer(definition: Definition): (address: Address) => string {
  const byAddress = new Map(definition.realServers.flatMap((server) => server.addresses.map((a) => [a, server.name])));
  return (address) => byAddress.get(address) ?? address;
}
