import type { FigureName } from '../../domain/diagnosis/figures.ts';
import type { Finding } from '../../domain/diagnosis/finding.ts';
import type { ClusterView } from '../../domain/display/views.ts';
import { sourcesOf } from '../lab/start-traffic.ts';

/** An address of c2 that one case alone speaks from. */
export const clientNumber = (index: number): string => sourcesOf('c2')[index] ?? '';

export const target = (host: string, port = 80) => ({ host, port });

/** Persistence of single clients. */
export const whole = (timeout: number) => ({ timeout, netmask: 32 });

/** A figure of a finding; NaN where it has none. */
export const figure = (finding: Finding, name: FigureName): number =>
  'figures' in finding ? Number(finding.figures[name]) : Number.NaN;

/** A look that answers once a service of a VIP has so many active connections. */
export const activeOf = (vip: string, least: number) => (clusters: readonly ClusterView[]) => {
  const service = clusters.flatMap((one) => one.services).find(({ key }) => key.includes(`${vip}:`));
  return (service?.activeConn ?? 0) >= least ? true : undefined;
};
