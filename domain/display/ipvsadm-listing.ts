import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { type Frame, numberOf } from '../observation/history.ts';
import type { DirectorFacts } from '../observation/observation.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';
import { columnHeads, destinationLine, serviceLine } from './listing-lines.ts';

/** A director's table as `ipvsadm -Ln` prints it (ipvsadm.c, `print_service_entry`), services in the kernel's order. */
export function ipvsadmListing(frame: Frame, facts: DirectorFacts): string {
  return [
    `IP Virtual Server version ${facts.ipvs} (size=${facts.connectionTableSize})`,
    ...columnHeads,
    ...frame.table.services.flatMap((service) => serviceLines(frame, service)),
  ].join('\n');
}

function serviceLines(frame: Frame, service: VirtualService): string[] {
  const key = serviceKeyText(service.key);
  return [
    serviceLine(service.key, ipvsadmConfigText(service.key, service)),
    ...service.destinations.map((to) => {
      const at = destinationKeyText(to);
      const number = (field: 'activeConn' | 'inactConn') => numberOf(frame, key, at, field) ?? 0;
      return destinationLine(at, to.forwarding, to.weight, number('activeConn'), number('inactConn'));
    }),
  ];
}
