import type { SampledConnection } from '../connections/connection-summary.ts';
import type { Address } from '../lvs/address.ts';
import type { ReplayedArrival } from './replay.ts';

/** What a director's connection table and counters tell of a virtual service's recent traffic. */
export interface RecentTraffic {
  readonly sample: readonly SampledConnection[];
  /** The service's address; any one for a fwmark. */
  readonly vip: Address;
  /** Seconds, as `ipvsadm -L --timeout` prints them. */
  readonly timeouts: { readonly tcp: number; readonly tcpfin: number; readonly udp: number };
  /** New connections a second, and what stands now; null where not known. */
  readonly cps: number | null;
  readonly activeConn: number | null;
  readonly inactConn: number | null;
}

export interface RecentArrivals {
  /** In the order of their time, which begins at 0. */
  readonly arrivals: readonly ReplayedArrival[];
  /** From the first to the last. */
  readonly seconds: number;
  /** The part of the service's connections that they are, above 0, up to 1. */
  readonly part: number;
}

/** Seconds that a TCP entry is kept in its state (`tcp_timeouts` in ip_vs_proto_tcp.c), where no setting says it. */
const tcpStates: Readonly<Record<string, number>> = {
  ...{ NONE: 2, SYN_SENT: 120, SYN_RECV: 60, CLOSE: 10, CLOSE_WAIT: 60, LAST_ACK: 30, LISTEN: 120, SYNACK: 120 },
};

/** How far back connections that stand open are spread, when nothing closed tells of a longer time. Seconds. */
const shortestSpan = 60;
/** The longest that a connection is thought to have been open. Seconds. */
const longestActive = 3600;

/**
 * The connections that came lately, as far as the table still has them: when each came, and how long it stands.
 *
 * A closed connection's entry tells when it closed, by what is left of its state's timeout; how long it was open is
 * taken from the mean (ActiveConn over new connections a second, Little's law). An open one doesn't tell when it came:
 * open ones are spread evenly over as long as the mean, and stay to the end.
 */
export function recentArrivals(traffic: RecentTraffic): RecentArrivals {
  const { sample, vip, cps, activeConn, inactConn } = traffic;
  const meanActive = cps && activeConn !== null ? Math.min(activeConn / cps, longestActive) : 0;
  const closed = sample.flatMap(([client, clientPort, state, expires]) => {
    const kept = keptFor(state, traffic.timeouts);
    if (kept === null) return [];
    const at = -Math.max(0, kept - expires) - meanActive;
    return { client, clientPort, vip, at, active: meanActive, inactive: kept };
  });
  const span = closed.reduce((longest, { at }) => Math.max(longest, -at), shortestSpan);
  const open = sample.filter(([, , state]) => keptFor(state, traffic.timeouts) === null);
  const openFor = Math.min(span, meanActive || span);
  const standing = open.map(([client, clientPort], index) => {
    const at = -((index + 0.5) / open.length) * openFor;
    return { client, clientPort, vip, at, active: -at + openFor, inactive: 0 };
  });
  const sorted = [...closed, ...standing].sort((a, b) => a.at - b.at);
  const first = sorted[0]?.at ?? 0;
  const stand = (activeConn ?? 0) + (inactConn ?? 0);
  return {
    arrivals: sorted.map((one) => ({ ...one, at: one.at - first })),
    seconds: (sorted.at(-1)?.at ?? 0) - first,
    part: stand > 0 ? Math.min(1, sample.length / stand) : 1,
  };
}

/** Seconds that an entry stays after its last packet; null for an open connection, whose entry any packet renews. */
function keptFor(state: string, { tcpfin, udp }: RecentTraffic['timeouts']): number | null {
  if (state === 'ESTABLISHED') return null;
  if (state === 'FIN_WAIT' || state === 'TIME_WAIT') return tcpfin;
  if (state === 'UDP') return udp;
  return tcpStates[state] ?? shortestSpan;
}
