import type { ServiceCause } from '../cause.ts';
import type { RowSight, ServiceSight } from '../sight.ts';

const leastConnections = 10;

/** A SYN with its usual options in an IPv4 packet has 60 bytes; IPv6 adds 20. */
const handshakeBytes = { ipv4: 60, ipv6: 80 };

const came = (row: RowSight): boolean => (row.rise?.conns ?? 0) >= leastConnections;

/** In masquerading the answers pass the director, so that none of them came is a fact. */
export const returnPathMasquerading: ServiceCause = {
  ...{ code: 'return-path-masquerading', severity: 'critical', dependsOn: ['unreachable'], showAfter: 5 },
  detect: ({ serving, seconds }) =>
    serving
      .filter((row) => row.destination.forwarding === 'masquerading' && came(row) && row.rise?.outPackets === 0)
      .map(({ key, rise, activeConn }) => ({
        about: key,
        body: {
          code: 'return-path-masquerading',
          destination: key,
          figures: {
            ...{ connections: rise?.conns ?? 0, packets: rise?.inPackets ?? 0, answered: 0, activeConn },
            seconds: Math.round(seconds),
          },
        },
      })),
};

/**
 * With direct routing and tunneling the director never sees an answer. What it sees is that to this destination clients
 * send packets as short as SYNs alone, while to another they send requests.
 *
 * That is a sign and no proof: SYN_RECV in a look into the connection table is one.
 */
export const returnPathDirect: ServiceCause = {
  ...{ code: 'return-path-direct', severity: 'warning', dependsOn: ['unreachable'], showAfter: 10 },
  detect: (sight) => {
    const { key } = sight.service;
    if (key.kind !== 'address' || key.protocol !== 'TCP') return [];
    const most = key.address.includes(':') ? handshakeBytes.ipv6 : handshakeBytes.ipv4;
    const isShort = (row: RowSight) => (row.rise?.inBytes ?? 0) <= (row.rise?.inPackets ?? 0) * most;
    if (!sight.serving.some((row) => came(row) && !isShort(row))) return [];
    return shortOnes(sight, isShort).map((row) => ({
      about: row.key,
      body: {
        code: 'return-path-direct',
        destination: row.key,
        figures: {
          ...{ activeConn: row.activeConn, connections: row.rise?.conns ?? 0, packets: row.rise?.inPackets ?? 0 },
          bytesAPacket: Math.round((row.rise?.inBytes ?? 0) / (row.rise?.inPackets ?? 1)),
          seconds: Math.round(sight.seconds),
        },
      },
    }));
  },
};

/** A connection that is only tried stands as active for the minute of SYN_RECV, so that they pile up. */
const shortOnes = ({ serving }: ServiceSight, isShort: (row: RowSight) => boolean): RowSight[] =>
  serving.filter(
    (row) =>
      ['direct-routing', 'tunneling'].includes(row.destination.forwarding) &&
      came(row) &&
      isShort(row) &&
      row.activeConn >= (row.rise?.conns ?? 0) / 2,
  );
