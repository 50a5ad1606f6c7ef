import type { HistoryField } from '../../../domain/history/fields.ts';

/** What a chart of history is about, in the order of the page. */
export const subjects = ['cps', 'activeConn', 'inactConn', 'persistConn', 'packets', 'bytes'] as const;
export type Subject = (typeof subjects)[number] | 'share';

/** The fields of a chart: one for each destination, or both ways of all of them. */
export const fieldsOf = {
  cps: ['cps'],
  activeConn: ['activeConn'],
  inactConn: ['inactConn'],
  persistConn: ['persistConn'],
  packets: ['inPacketRate', 'outPacketRate'],
  bytes: ['inRate', 'outRate'],
} as const satisfies Record<(typeof subjects)[number], readonly HistoryField[]>;

export const allFields: HistoryField[] = subjects.flatMap((subject) => [...fieldsOf[subject]]);

/** Rates are counted a second; bytes are shown in thousands, as in tables. */
export const unitOf: Readonly<Partial<Record<Subject, 'perSecond' | 'kilobytes'>>> = {
  cps: 'perSecond',
  packets: 'perSecond',
  bytes: 'kilobytes',
};
