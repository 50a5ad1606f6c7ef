/**
 * How many numbers a sample has for each destination, and which is where.
 *
 * A sample is one flat list in the order of the table it belongs to, so that a director of 1,000 destinations sends
 * some 40 kB a second and not 400.
 */
export const numbersPerDestination = 8;

export const sampleOffset = {
  activeConn: 0,
  inactConn: 1,
  persistConn: 2,
  conns: 3,
  inPackets: 4,
  outPackets: 5,
  inBytes: 6,
  outBytes: 7,
} as const;

export type SampleField = keyof typeof sampleOffset;
