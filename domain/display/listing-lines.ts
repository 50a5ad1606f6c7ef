import { socketText } from '../lvs/address.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ObservedForwardingMethod } from '../lvs/forwarding-method.ts';
import type { ServiceKey } from '../lvs/service-key.ts';

/** The lines over the columns of `ipvsadm -Ln`. */
export const columnHeads = [
  'Prot LocalAddress:Port Scheduler Flags',
  '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
];

const forwardingName: Record<ObservedForwardingMethod, string> = {
  'direct-routing': 'Route',
  tunneling: 'Tunnel',
  masquerading: 'Masq',
  local: 'Local',
  bypass: 'Bypass',
};

/** `TCP  10.0.0.100:80 wrr persistent 300` (ipvsadm.c, `print_service_entry`). */
export function serviceLine(key: ServiceKey, config: string): string {
  if (key.kind === 'fwmark') return `FWM  ${key.fwmark}${key.family === 'ipv6' ? ' IPv6' : ''} ${config}`;
  return `${key.protocol.padEnd(4)} ${socketText(key.address, key.port)} ${config}`;
}

/** `  -> 10.0.0.21:80   Route   1 …`; a dash where a number is not known. */
export function destinationLine(
  key: DestinationKeyText,
  forwarding: ObservedForwardingMethod,
  weight: number,
  activeConn: number | null,
  inactConn: number | null,
): string {
  const columns = [
    key.padEnd(28),
    forwardingName[forwarding].padEnd(7),
    String(weight).padEnd(6),
    String(activeConn ?? '–').padEnd(10),
    String(inactConn ?? '–').padEnd(10),
  ];
  return `  -> ${columns.join(' ')}`;
}
