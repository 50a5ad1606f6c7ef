import { socketText } from '../lvs/address.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import type { ObservedForwardingMethod } from '../lvs/forwarding-method.ts';
import { type ServiceKey, serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { type Frame, numberOf } from '../observation/history.ts';
import type { DirectorFacts } from '../observation/observation.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';

/** A director's table as `ipvsadm -Ln` prints it (ipvsadm.c, `print_service_entry`), services in the kernel's order. */
export function ipvsadmListing(frame: Frame, facts: DirectorFacts): string {
  return [
    `IP Virtual Server version ${facts.ipvs} (size=${facts.connectionTableSize})`,
    'Prot LocalAddress:Port Scheduler Flags',
    '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
    ...frame.table.services.flatMap((service) => serviceLines(frame, service)),
  ].join('\n');
}

const forwardingName: Record<ObservedForwardingMethod, string> = {
  'direct-routing': 'Route',
  tunneling: 'Tunnel',
  masquerading: 'Masq',
  local: 'Local',
  bypass: 'Bypass',
};

function serviceLines(frame: Frame, service: VirtualService): string[] {
  const key = serviceKeyText(service.key);
  return [
    `${identity(service.key)} ${ipvsadmConfigText(service.key, service)}`,
    ...service.destinations.map((to) => {
      const number = (field: 'activeConn' | 'inactConn') => numberOf(frame, key, destinationKeyText(to), field) ?? 0;
      const columns = [
        socketText(to.address, to.port).padEnd(28),
        forwardingName[to.forwarding].padEnd(7),
        String(to.weight).padEnd(6),
        String(number('activeConn')).padEnd(10),
        String(number('inactConn')).padEnd(10),
      ];
      return `  -> ${columns.join(' ')}`;
    }),
  ];
}

function identity(key: ServiceKey): string {
  if (key.kind === 'fwmark') return `FWM  ${key.fwmark}${key.family === 'ipv6' ? ' IPv6' : ''}`;
  return `${key.protocol.padEnd(4)} ${socketText(key.address, key.port)}`;
}
