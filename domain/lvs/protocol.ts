/** The transport protocols that IPVS balances, as `ipvsadm -Ln` prints them. */
export const protocols = ['TCP', 'UDP', 'SCTP'] as const;
export type Protocol = (typeof protocols)[number];
