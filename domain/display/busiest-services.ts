import type { OverviewView, ServiceRow } from './views.ts';

/** Most services that an overview names. */
export const mostBusiest = 8;

type InCluster<Row> = Row & { readonly cluster: string };

/**
 * The virtual services with the most new connections, the most first.
 *
 * By the mean of what their sparklines show, so that two that are about as busy don't change places each second. What
 * had none lately isn't busy and isn't named.
 */
export function busiestServices(rows: readonly InCluster<ServiceRow>[]): OverviewView['busiest'] {
  return rows
    .map((row) => ({ row, mean: meanOf(row.cpsHistory) }))
    .filter(({ mean }) => mean > 0)
    .sort((a, b) => b.mean - a.mean)
    .slice(0, mostBusiest)
    .map(({ row }) => row);
}

/** Of what is known; 0 where nothing is. */
export function meanOf(points: readonly (number | null)[]): number {
  const known = points.filter((point) => point !== null);
  return known.length === 0 ? 0 : known.reduce((sum, point) => sum + point, 0) / known.length;
}
