import type { Address } from '../lvs/address.ts';

/** An entry of a director's connection table, as /proc/net/ip_vs_conn tells it. */
export interface Connection {
  /** `TCP`, `UDP`, `SCTP`; `IP` for a fwmark's persistence template. */
  readonly protocol: string;
  readonly client: Address;
  readonly clientPort: number;
  /** Where the client went; a fwmark's template has the mark there, written as an address. */
  readonly vip: Address;
  readonly vipPort: number;
  readonly destination: Address;
  readonly destinationPort: number;
  /** `ESTABLISHED`, `SYN_RECV`, `FIN_WAIT`…; of a template `ASSURED` or `NONE`. */
  readonly state: string;
  /** Seconds until the entry goes, unless traffic renews it. */
  readonly expires: number;
}

/** Whether an entry is a persistence template: it binds a client, or a network of them, and is no connection. */
export const isTemplate = (connection: Connection): boolean => connection.clientPort === 0;
