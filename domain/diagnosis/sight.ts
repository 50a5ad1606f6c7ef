import { type Balance, balanceOf } from '../balance/balance.ts';
import type { DesiredDestination, DesiredService } from '../desired/desired-table.ts';
import type { ClusterRecord, DirectorRecord } from '../display/records.ts';
import type { Standing } from '../display/standing.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Destination, VirtualService } from '../lvs/table.ts';
import { type Frame, type History, numberAt, numberOf } from '../observation/history.ts';
import type { SampleField } from '../observation/sample.ts';
import type { DestinationLife } from './destination-lives.ts';

/** A director as the causes look at it. */
export interface DirectorSight {
  readonly cluster: ClusterRecord;
  readonly record: DirectorRecord;
  readonly standing: Standing;
  /** Milliseconds since 1970 on the console's clock. */
  readonly at: number;
  readonly services: readonly ServiceSight[];
}

/** A virtual service of ours on a director, as the causes look at it. */
export interface ServiceSight {
  readonly key: ServiceKeyText;
  readonly service: VirtualService;
  readonly record: DirectorRecord;
  readonly balance: Balance;
  readonly rows: readonly RowSight[];
  /** Rows with weight above 0. */
  readonly serving: readonly RowSight[];
  /** Seconds that the recent rises of the rows cover. */
  readonly seconds: number;
  /** Whether the VIP stands on the director; null when that is not known. */
  readonly vipActive: boolean | null;
  /** Seconds since the VIP came from another director; null when it was not seen coming. */
  readonly vipCameFor: number | null;
}

export interface RowSight {
  readonly key: DestinationKeyText;
  readonly destination: Destination;
  readonly desired: DesiredDestination | undefined;
  /** Share (0–1) that scheduler and weights promise; 0 where none is. */
  readonly expected: number;
  /** Share (0–1) of the connections that the verdict rests on. */
  readonly got: number;
  readonly activeConn: number;
  readonly inactConn: number;
  readonly persistConn: number;
  /** How much counters rose in the last seconds; null when they were reset or samples are missing. */
  readonly rise: Rise | null;
  readonly life: DestinationLife;
  /** Seconds since it began to serve; null when it was not seen to. */
  readonly servesFor: number | null;
  /** Seconds since it has had weight 0; infinite when it was so from the beginning, null when it serves. */
  readonly quietFor: number | null;
  /** Seconds since ActiveConn rose at weight 0; null when it was not seen to. */
  readonly roseFor: number | null;
  /** Seconds since it was seen at its upper threshold, as that stands; null when it was not. */
  readonly fullFor: number | null;
}

export type Rise = Readonly<Record<'conns' | 'inPackets' | 'outPackets' | 'inBytes', number>>;

/** How far causes look back for what comes now: as far as samples have all their numbers, milliseconds. */
const recent = 15_000;

/** A service with its numbers; null when its kernel doesn't have it as ours, or no sample has come. */
export function serviceSight(
  cluster: ClusterRecord,
  record: DirectorRecord,
  desired: DesiredService,
): ServiceSight | null {
  const { history, memory } = record;
  const key = serviceKeyText(desired.key);
  const service = history.layout?.serviceByKey.get(key);
  const frame = history.latest;
  if (!service || !frame || !record.owned.has(key)) return null;
  const balance = balanceOf(history, memory.shares, service);
  const before = frameBefore(history, recent);
  const wanted = new Map(desired.destinations.map((to) => [destinationKeyText(to), to]));
  const rows = service.destinations.map((destination): RowSight => {
    const to = destinationKeyText(destination);
    const number = (field: SampleField) => numberOf(frame, key, to, field) ?? 0;
    const share = balance.shares.get(to);
    const life = memory.lives.of(key, to);
    const age = (since: number | null) => (since === null ? null : (frame.kernelTime - since) / 1000);
    return {
      ...{ key: to, destination, desired: wanted.get(to), life },
      expected: share?.expected ?? 0,
      got: share?.got ?? 0,
      activeConn: number('activeConn'),
      inactConn: number('inactConn'),
      persistConn: number('persistConn'),
      rise: before && riseBetween(before, frame, key, to),
      servesFor: destination.weight > 0 ? age(life.servesSince) : null,
      quietFor: destination.weight > 0 ? null : (age(life.quietSince) ?? Number.POSITIVE_INFINITY),
      ...{ roseFor: age(life.roseAt), fullFor: age(life.fullAt) },
    };
  });
  const vip = desired.key.kind === 'address' ? desired.key.address : null;
  return {
    ...{ key, service, record, balance, rows },
    serving: rows.filter(({ destination }) => destination.weight > 0),
    seconds: before ? (frame.kernelTime - before.kernelTime) / 1000 : 0,
    vipActive: vip && record.facts ? record.facts.addresses.includes(vip) : null,
    // Without another director that it can come from, a VIP that comes is just set up.
    vipCameFor: vip && cluster.directors.length > 1 ? memory.vips.cameFor(vip, frame.receivedAt) : null,
  };
}

/** The oldest sample with all its numbers of the last milliseconds, without a gap or reboot to now; null without one. */
export function frameBefore(history: History, within: number): Frame | null {
  const { latest, frames } = history;
  if (!latest) return null;
  const oldest = frames.find((frame) => frame.kernelTime >= latest.kernelTime - within && frame.fields === 'all');
  return oldest && oldest !== latest && oldest.table.bootId === latest.table.bootId ? oldest : null;
}

function riseBetween(from: Frame, to: Frame, key: ServiceKeyText, destination: DestinationKeyText): Rise | null {
  const offsets = [from, to].map((frame) => frame.table.offsetOf(key, destination));
  const [first, last] = offsets;
  if (first === undefined || last === undefined) return null;
  const rise = (field: SampleField) => (numberAt(to, last, field) ?? 0) - (numberAt(from, first, field) ?? 0);
  const rises = {
    conns: rise('conns'),
    inPackets: rise('inPackets'),
    outPackets: rise('outPackets'),
    inBytes: rise('inBytes'),
  };
  return Object.values(rises).some((one) => one < 0) ? null : rises;
}

/** How much a counter rose on all of some rows in the last seconds. */
export const totalRise = (rows: readonly RowSight[], field: keyof Rise): number =>
  rows.reduce((sum, row) => sum + (row.rise?.[field] ?? 0), 0);

/** Whether new connections, or the load, are found to be as promised. */
export const isBalanced = ({ balance }: ServiceSight): boolean =>
  balance.verdict.kind === 'balanced' || balance.verdict.kind === 'as-configured';

export const isSkewed = ({ balance }: ServiceSight): boolean => balance.verdict.kind === 'skewed';
