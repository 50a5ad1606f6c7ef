import { activeMax, type Column, type Points } from './points.ts';

/** What history is asked for and shown in: gauges, and rates a second. `inRate` and `outRate` are bytes. */
export const historyFields = [
  'activeConn',
  'activeConnMax',
  'inactConn',
  'persistConn',
  'cps',
  'inPacketRate',
  'outPacketRate',
  'inRate',
  'outRate',
] as const;

export type HistoryField = (typeof historyFields)[number];

/** A list for each field that was asked for, a number for each point; null is a gap. */
export type FieldLists = Readonly<Partial<Record<HistoryField, readonly (number | null)[]>>>;

const columnsOfField: Record<HistoryField, readonly Column[]> = {
  activeConn: ['activeConn'],
  activeConnMax: ['activeConn', 'activePeak'],
  inactConn: ['inactConn'],
  persistConn: ['persistConn'],
  cps: ['conns'],
  inPacketRate: ['inPackets'],
  outPacketRate: ['outPackets'],
  inRate: ['inBytes'],
  outRate: ['outBytes'],
};

/** The columns that fields are made of, beside `covered`. */
export const columnsOf = (fields: readonly HistoryField[]): Column[] => [
  ...new Set(fields.flatMap((field) => columnsOfField[field])),
];

/** A field of a point; null for a gap. */
export function fieldAt(points: Points, point: number, field: HistoryField): number | null {
  if (points.isGap(point)) return null;
  if (field === 'activeConnMax') return activeMax(points, point);
  const [column = 'conns'] = columnsOfField[field];
  const value = points.at(column, point);
  if (field === 'activeConn' || field === 'inactConn' || field === 'persistConn') return value / 10;
  return shortened((value * 100) / points.at('covered', point));
}

/** To a thousandth: what is finer is noise, and half of what would be sent. */
const shortened = (rate: number): number => Math.round(rate * 1000) / 1000;

export const fieldLists = (points: Points, fields: readonly HistoryField[]): FieldLists =>
  Object.fromEntries(
    fields.map((field) => [field, Array.from({ length: points.count }, (_, point) => fieldAt(points, point, field))]),
  );

/**
 * Makes gaps of points of which less than half is known, so that 2 seconds are not drawn as 10. The newest point is
 * kept: it has only begun. `step` is in milliseconds.
 */
export function leaveOutScraps(points: Points, step: number): void {
  const covered = points.column('covered');
  const newest = covered.findLastIndex((time) => time > 0);
  for (const [point, time] of covered.entries()) if (point !== newest && time * 10 < step / 2) covered[point] = 0;
}
