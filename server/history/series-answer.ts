import type { AskedHistory, HistoryOf } from '../../domain/history/asked-history.ts';
import { columnsOf, fieldLists, historyFields } from '../../domain/history/fields.ts';
import type { HistoryAnswer, HistoryRow } from '../../domain/history/history-answer.ts';
import { historyRange } from '../../domain/history/history-range.ts';
import { directorTotal, type Series, seriesOf, seriesOfTable } from '../../domain/history/series.ts';
import { SumOfSeries } from '../../domain/history/sum-of-series.ts';
import { parseDestinationKey } from '../../domain/lvs/destination-key.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Place } from '../live/fleet.ts';
import { AppError } from '../trpc/app-error.ts';
import { readPoints } from './read-points.ts';
import type { StoredSeries } from './store.ts';

const day = 86_400_000;

type Known = ReadonlyMap<string, StoredSeries>;

/** The numbers that were asked for. Refuses when there is no such director, or a destination never had numbers. */
export async function seriesAnswer(parts: ConsoleParts, asked: AskedHistory): Promise<HistoryAnswer> {
  const place = parts.fleet.director(asked.director);
  if (place.cluster.name !== asked.cluster)
    throw new AppError('NOT_FOUND', `There is no director ${asked.director} in cluster ${asked.cluster}.`);
  const { db, history } = parts;
  const fields = asked.fields ?? historyFields;
  const range = historyRange(asked.from, asked.to, asked.points, parts.now());
  const known = await history.known.of(place.director.id);
  const series = seriesAsked(place, known, asked);
  const { start, step, count } = range;
  // Connections are always read: they say which destinations are listed first.
  const columns = columnsOf([...fields, 'cps']);
  const sum = new SumOfSeries(count, fields);
  const rows: { row: HistoryRow; conns: number }[] = [];
  const hasRows = asked.of.kind === 'service' || asked.of.kind === 'real-server';
  const listed = asked.listed && new Set(asked.listed.map((one) => seriesOf(one.service, one.destination).text));
  let unlisted = 0;
  let alone: HistoryAnswer['fields'] | null = null;
  for await (const read of readPoints(db, history.recorder(place.director.id), known, { range, columns, series })) {
    const { points } = read;
    if (series.length === 1 && !hasRows) alone = fieldLists(points, fields);
    if (points.column('covered').every((time) => time === 0)) continue;
    sum.add(points);
    if (!hasRows) continue;
    const { service, destination, text } = read.series;
    if (listed && !listed.has(text)) {
      unlisted += 1;
      continue;
    }
    const conns = points.column('conns').reduce((total, rise) => total + rise, 0);
    rows.push({ row: { service, destination, fields: fieldLists(points, fields) }, conns });
  }
  rows.sort((a, b) => b.conns - a.conns);
  const sent = rows.slice(0, asked.rows).map(({ row }) => row);
  unlisted += rows.length - sent.length;
  return { start, step, count, fields: alone ?? sum.lists, rows: sent, unlisted };
}

/** Destinations of what was asked for that may have numbers in that time: those on disk, and those of the newest table. */
function seriesAsked({ cluster, director }: Place, known: Known, { of, from }: AskedHistory): Series[] {
  if (of.kind === 'destination') return [seriesOf(of.service, of.destination)];
  if (of.kind === 'director') return [directorTotal];
  const table = director.history.layout;
  const all = new Map<string, Series>(table ? seriesOfTable(table).map((series) => [series.text, series]) : []);
  for (const series of known.values()) if (series.seenAt >= from - day) all.set(series.text, series);
  const isAsked = asks(of, (name) => addressesOf(cluster, name));
  return [...all.values()].filter(isAsked);
}

function asks(of: HistoryOf, addresses: (name: string) => ReadonlySet<string>): (series: Series) => boolean {
  if (of.kind === 'service') return ({ service }) => service === of.service;
  if (of.kind !== 'real-server') return () => false;
  const its = addresses(of.name);
  return ({ destination }) => {
    const key = parseDestinationKey(destination);
    return key.ok && its.has(key.value.address);
  };
}

/** The addresses of a real server by its name; of one that has none, the address that it is called by. */
const addressesOf = ({ wanted }: Place['cluster'], name: string): ReadonlySet<string> =>
  new Set(wanted.definition.realServers.find((one) => one.name === name)?.addresses ?? [name]);
