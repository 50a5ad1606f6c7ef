/** The machines of the lab, each a network namespace of the guest; `root` is the guest itself, where management runs. */
export type Namespace = Director | RealServer | Client | 'gw' | 'root';
export type Director = (typeof allDirectors)[number];
export type RealServer = (typeof realServers)[number];
export type Client = (typeof clients)[number];

/** A pair, as in the field: one holds the VIPs, one stands by. */
export const directors = ['lb1', 'lb2'] as const;
/** The pair, and a third for what needs a cluster of its own. */
export const allDirectors = [...directors, 'lb3'] as const;
export const realServers = ['rs1', 'rs2', 'rs3', 'rs4'] as const;
export const clients = ['c1', 'c2'] as const;

/** The last byte of a machine's address on every network it stands in. */
export const hostNumber = {
  ...{ lb1: 11, lb2: 12, lb3: 13 },
  ...{ rs1: 21, rs2: 22, rs3: 23, rs4: 24 },
  ...{ c1: 31, c2: 32 },
} as const;

/** The address by which directors and real servers know each other: the DIP or RIP. */
export function publicAddress(machine: Director | RealServer): string {
  return `10.0.0.${hostNumber[machine]}`;
}

/** The address on the inside network of masquerading, whose gateway 10.0.1.254 stands on lb1. */
export function insideAddress(machine: Director | RealServer): string {
  return `10.0.1.${hostNumber[machine]}`;
}

/** The source addresses that a client machine may speak from, first and last of the row. */
export const clientAddresses = {
  c1: { first: '10.9.0.101', last: '10.9.0.150' },
  c2: { first: '10.9.0.201', last: '10.9.0.220' },
} as const;

/** Where every machine of the lab reaches the console. */
export const consoleInLab = 'http://10.254.0.1:3000';
