import type { Address } from '../lvs/address.ts';

/** A destination as a scheduler sees it. The numbers change while connections come and go. */
export interface ScheduledDestination {
  readonly address: Address;
  readonly port: number;
  weight: number;
  /** The last weight that was not 0: mh keeps its table by it. */
  lastWeight: number;
  activeConn: number;
  inactConn: number;
  /** It reached its upper threshold and has not come below the lower one since (`IP_VS_DEST_F_OVERLOAD`). */
  overloaded: boolean;
}

/** A new connection that needs a destination. */
export interface Arrival {
  readonly client: Address;
  /** 0 for a persistence template, which has none. */
  readonly clientPort: number;
  /** Where the client went: the VIP, or any address for a fwmark. */
  readonly vip: Address;
}

/**
 * One virtual service's scheduler with what it remembers between connections.
 *
 * Destinations are in the kernel's order: the last one added comes first (`list_add_rcu` in ip_vs_ctl.c).
 */
export interface ConnectionScheduler {
  /** The destination of a new connection; null when none takes it. */
  choose(arrival: Arrival): ScheduledDestination | null;
  /** A destination was added, removed, or got another weight. */
  changed(): void;
}

export const takesConnections = (destination: ScheduledDestination): boolean =>
  destination.weight > 0 && !destination.overloaded;
