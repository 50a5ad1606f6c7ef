/** What a virtual service is for, as far as the choice of a scheduler goes. */
export const workloads = [
  'web',
  'mail',
  'database',
  'cache',
  'firewall-pair',
  'dns',
  'long-lived',
  'sip',
  'standby',
] as const;
export type Workload = (typeof workloads)[number];

/** What a person knows of a service before a scheduler is chosen. */
export interface Situation {
  readonly workload: Workload;
  /** A firewall mark sees packets to many addresses; a VIP sees one destination address alone. */
  readonly key: 'address' | 'fwmark';
  /** Whether the real servers can take the same load. */
  readonly equalServers: boolean;
  /** Whether a client must come back to the same real server. */
  readonly sticky: boolean;
  /** Whether connections last, or cost, very differently. */
  readonly connectionsDiffer: boolean;
  /** Whether few addresses make most of the connections: few clients, or many behind one address. */
  readonly fewSources: boolean;
  /** Whether several directors serve the VIP at once, or take over without synchronised connections. */
  readonly sharedVip: boolean;
}
