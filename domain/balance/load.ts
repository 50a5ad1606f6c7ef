/** An active connection weighs as this many inactive ones (`ip_vs_dest_conn_overhead` in net/ip_vs.h). */
const activeWeighs = 256;

/** What a destination has to bear, in active connections, as its scheduler counts it: sed and nq leave InActConn out. */
export const loadOf = (scheduler: string, activeConn: number, inactConn: number): number =>
  scheduler === 'sed' || scheduler === 'nq' ? activeConn : activeConn + inactConn / activeWeighs;

/**
 * How many connections of equal weight the loads of some destinations are worth, by destination.
 *
 * Active and inactive connections weigh so differently that their sum says nothing of chance. Divided by their mean
 * weight, weighted by itself (Kish's effective sample size), they vary as so many equal ones do.
 */
export function effectiveCounts(
  scheduler: string,
  gauges: readonly { activeConn: number; inactConn: number }[],
): number[] {
  const loads = gauges.map(({ activeConn, inactConn }) => loadOf(scheduler, activeConn, inactConn));
  const load = loads.reduce((sum, one) => sum + one, 0);
  if (load === 0) return loads;
  const active = gauges.reduce((sum, { activeConn }) => sum + activeConn, 0);
  const unit = (active + (load - active) / activeWeighs) / load;
  return loads.map((one) => one / unit);
}
