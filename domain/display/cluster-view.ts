import type { Finding } from '../diagnosis/finding.ts';
import { severities } from '../diagnosis/finding.ts';
import { busiestServices, meanOf } from './busiest-services.ts';
import { realServerRows } from './real-server-view.ts';
import type { ClusterRecord } from './records.ts';
import { rolloutView } from './rollout-view.ts';
import { addSparklines, servicePlaces, serviceRows } from './service-rows.ts';
import { type Standing, standings } from './standing.ts';
import type {
  ClusterRow,
  ClusterView,
  DirectorKernel,
  OverviewView,
  RealServerCount,
  RealServerRow,
  ServiceRow,
} from './views.ts';

/** The page of a cluster: its directors, services and real servers. */
export function clusterView(cluster: ClusterRecord, at: number): ClusterView {
  const all = standings(cluster, at);
  const places = servicePlaces(cluster, all);
  return {
    at,
    name: cluster.name,
    revision: cluster.revision,
    generation: cluster.generation,
    overlays: cluster.overlays,
    directors: all.map((standing) => standing.head),
    kernels: all.map(kernelOf),
    services: serviceRows(cluster, places),
    realServers: realServerRows(cluster, places),
    findings: worstFirst(cluster.directors.flatMap((director) => director.findings)),
    applies: cluster.directors.flatMap((director) => director.applies.slice(0, 5)),
    rollout: rolloutView(cluster),
    release: cluster.release?.endedAt === null ? cluster.release : null,
  };
}

function kernelOf({ record, known, head }: Standing): DirectorKernel {
  const { facts } = record;
  return {
    director: record.name,
    release: facts?.kernel ?? null,
    settings: known && facts ? { timeouts: facts.timeouts, sysctls: facts.sysctls } : null,
    receivedAt: head.receivedAt,
  };
}

/** The first page: what is wrong anywhere, then the clusters. */
export function overviewView(clusters: readonly ClusterRecord[], at: number): OverviewView {
  const seen = clusters.map((cluster) => {
    const all = standings(cluster, at);
    const places = servicePlaces(cluster, all);
    const services = serviceRows(cluster, places);
    const row = clusterRow(cluster, all, services, realServerRows(cluster, places));
    return { row, services, findings: cluster.directors.flatMap((director) => director.findings) };
  });
  return {
    at,
    findings: worstFirst(
      seen.flatMap(({ row, findings }) => findings.map((finding) => ({ ...finding, cluster: row.name }))),
    ),
    clusters: seen
      .map(({ row, findings }) => ({ row, worst: worstOf(findings), mean: meanOf(row.cpsHistory) }))
      .sort((a, b) => a.worst - b.worst || b.mean - a.mean)
      .map(({ row }) => row),
    busiest: busiestServices(
      seen.flatMap(({ row, services }) => services.map((one) => ({ ...one, cluster: row.name }))),
    ),
  };
}

/** The rank of the worst, so that the worst comes first. */
const worstOf = (findings: readonly Finding[]): number =>
  Math.min(severities.length, ...findings.map(({ severity }) => severities.indexOf(severity)));

export const worstFirst = <T extends Pick<Finding, 'severity'>>(findings: readonly T[]): T[] =>
  findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

function clusterRow(
  cluster: ClusterRecord,
  all: readonly Standing[],
  services: readonly ServiceRow[],
  realServers: readonly RealServerRow[],
): ClusterRow {
  const sum = (values: readonly (number | null)[]) =>
    values.some((value) => value !== null) ? values.reduce<number>((total, value) => total + (value ?? 0), 0) : null;
  const received = all.flatMap((standing) => standing.head.receivedAt ?? []);
  return {
    name: cluster.name,
    directors: all.map((standing) => standing.head),
    services: services.length,
    realServers: countRealServers(realServers),
    cps: sum(services.map((service) => service.cps)),
    activeConn: sum(services.map((service) => service.activeConn)),
    cpsHistory: addSparklines(services.map((service) => service.cpsHistory)),
    skewed: services.filter((service) => service.verdict.kind === 'skewed').length,
    receivedAt: received.length > 0 ? Math.max(...received) : null,
  };
}

function countRealServers(rows: readonly RealServerRow[]): RealServerCount {
  const of = (...kinds: RealServerRow['state']['kind'][]) =>
    rows.filter((row) => kinds.includes(row.state.kind)).length;
  return {
    serving: of('serving', 'drifted', 'not-defined'),
    draining: of('draining', 'requested', 'sent'),
    out: of('drained', 'quiesced', 'missing', 'check-failed'),
    unknown: of('unknown'),
  };
}
