import { mostSampled } from '../../../domain/connections/connection-summary.ts';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { Address } from '../../../domain/lvs/address.ts';
import { parseServiceKey, type ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { type RecentArrivals, recentArrivals } from '../../../domain/scheduling/recent-arrivals.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { lookFilter } from '../connections/look-filter.ts';

/** What came to a virtual service lately on one director, ready to be replayed. */
export interface RecentTraffic {
  readonly director: string;
  readonly recent: RecentArrivals;
  readonly clients: number;
  /** Its destinations as they were when it was looked at. */
  readonly rows: readonly DestinationRow[];
  /** Whether the connection table was read to its end. */
  readonly whole: boolean;
}

/** The kernel's own, where a director doesn't tell its timeouts. */
const usualTimeouts = { tcp: 900, tcpfin: 120, udp: 300 };

/** Any address: a fwmark's service has none, and no scheduler but dh looks at it. */
const anyAddress = '0.0.0.0' as Address;

/** Looks at a director's connections for recent traffic of a virtual service; null when it isn't on that director. */
export async function recentTraffic(
  cluster: string,
  key: ServiceKeyText,
  director: string,
): Promise<RecentTraffic | null> {
  const client = consoleClient();
  const [view, table] = await Promise.all([
    client.view.service.query({ cluster, key }),
    client.view.table.query({ director }),
  ]);
  const shown = view.directors.find((one) => one.director.name === director);
  if (!shown) return null;
  const { destinations: rows, totals } = shown;
  const filter = lookFilter({ key, destinations: rows }, '');
  const parsed = parseServiceKey(key);
  if (!filter || !parsed.ok) return null;
  const { sample = [], extent } = await client.connections.look.query({ director, filter, sample: mostSampled });
  return {
    director,
    rows,
    recent: recentArrivals({
      sample,
      vip: parsed.value.kind === 'address' ? parsed.value.address : anyAddress,
      timeouts: table.settings?.timeouts ?? usualTimeouts,
      ...{ cps: totals.cps, activeConn: totals.activeConn, inactConn: totals.inactConn },
    }),
    clients: new Set(sample.map(([address]) => address)).size,
    whole: extent === 'whole',
  };
}
