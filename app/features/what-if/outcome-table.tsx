'use client';

import { useTranslations } from 'use-intl';
import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import type { Outcome } from '../../../domain/scheduling/what-if.ts';
import { formatPercent, formatRate } from '../../lib/formats.ts';

/** A destination with what it gets now, by the counters, and by each replay. */
export interface OutcomeRow {
  readonly key: DestinationKeyText;
  readonly realServer: string;
  readonly weightBefore: number | null;
  readonly weightAfter: number | null;
  readonly measured: number | null;
}

interface OutcomeTableProps {
  readonly rows: readonly OutcomeRow[];
  readonly before: Outcome;
  readonly after: Outcome;
}

const head = 'label-text whitespace-nowrap border-b px-2 py-1 text-right font-normal first:text-left';
const cell = 'figures h-7 whitespace-nowrap border-b px-2 text-right';

/** Shares of new connections before and after, side by side, with what the counters say next to the replay of it. */
export function OutcomeTable({ rows, before, after }: OutcomeTableProps) {
  const t = useTranslations('whatIf');
  const most = Math.max(...rows.flatMap(({ key }) => [share(before, key) ?? 0, share(after, key) ?? 0]), 0.01);
  return (
    <section className="min-w-0 shrink-0 overflow-x-auto" aria-label={t('outcome')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th className={head}>{t('destination')}</th>
            <th className={head}>{t('weight')}</th>
            <th className={head} title={t('measuredTitle')}>
              {t('measured')}
            </th>
            <th className={head} title={t('beforeTitle')}>
              {t('before')}
            </th>
            <th className={head}>{t('after')}</th>
            <th className={head} aria-hidden />
            <th className={head} title={t('openTitle')}>
              {t('open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="border-b px-2 text-left font-normal" title={row.key}>
                {row.realServer}
              </th>
              <td className={cell}>
                {row.weightBefore === row.weightAfter
                  ? (row.weightAfter ?? '–')
                  : `${row.weightBefore ?? '–'} → ${row.weightAfter ?? '–'}`}
              </td>
              <td className={`${cell} text-ink-2`}>{percent(row.measured)}</td>
              <td className={cell}>{percent(share(before, row.key))}</td>
              <td className={`${cell} font-medium`}>{percent(share(after, row.key))}</td>
              <td className="w-1/4 min-w-16 border-b px-2" aria-hidden>
                <Bars before={share(before, row.key)} after={share(after, row.key)} most={most} />
              </td>
              <td className={`${cell} text-ink-2`}>
                {load(before, row.key)} → {load(after, row.key)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BarsProps {
  readonly before: number | null;
  readonly after: number | null;
  readonly most: number;
}

function Bars({ before, after, most }: BarsProps) {
  const width = (part: number | null) => ({ width: `${((part ?? 0) / most) * 100}%` });
  return (
    <span className="block">
      <span className="block h-1 bg-line-strong" style={width(before)} />
      <span className="mt-px block h-1.5 bg-accent" style={width(after)} />
    </span>
  );
}

const share = (outcome: Outcome, key: DestinationKeyText): number | null => outcome.shares.get(key)?.share ?? null;
const load = (outcome: Outcome, key: DestinationKeyText): string => {
  const open = outcome.shares.get(key)?.activeConn;
  return open === undefined ? '–' : formatRate(open);
};
const percent = (part: number | null): string => (part === null ? '–' : formatPercent(part));
