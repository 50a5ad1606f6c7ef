import type { ServiceValues } from './service-values.ts';

type Typed = Pick<ServiceValues, 'kind' | 'protocol'>;

/** One-packet scheduling is for what has no connections; what a firewall mark collects may be UDP. */
export const fitsOnePacket = ({ kind, protocol }: Typed): boolean => kind === 'fwmark' || protocol === 'UDP';

/** The sip engine goes by the Call-ID of SIP over UDP, and binds calls by persistence. */
export const fitsEngine = (typed: Typed & Pick<ServiceValues, 'persistent'>): boolean =>
  typed.persistent && fitsOnePacket(typed);
