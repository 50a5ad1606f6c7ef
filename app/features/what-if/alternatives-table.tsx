'use client';

import { useTranslations } from 'use-intl';
import type { Outcome } from '../../../domain/scheduling/what-if.ts';
import { formatCount } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';
import type { Alternative } from './alternatives.ts';

export interface Tried extends Alternative {
  readonly outcome: Outcome;
}

interface AlternativesTableProps {
  readonly tried: readonly Tried[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

const head = 'label-text whitespace-nowrap border-b px-2 py-1 text-right font-normal first:text-left';
const cell = 'figures h-7 whitespace-nowrap border-b px-2 text-right';

/** Each way to schedule a service, with how even it would be; one is chosen to be looked at. */
export function AlternativesTable({ tried, chosen, onChoose }: AlternativesTableProps) {
  const t = useTranslations('whatIf');
  const evenest = Math.min(...tried.map(({ outcome }) => outcome.spread?.maxToMean ?? Number.POSITIVE_INFINITY));
  const isEven = ({ spread }: Outcome) => spread !== null && spread.maxToMean < evenest + 0.005;
  return (
    <section className="min-w-0 shrink-0 overflow-x-auto" aria-label={t('alternatives')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th className={head}>{t('scheduler')}</th>
            <th className={head} title={t('evenTitle')}>
              {t('even')}
            </th>
            <th className={head}>{t('jainHead')}</th>
            <th className={head} title={t('loadTitle')}>
              {t('load')}
            </th>
            <th className={head}>{t('refusedHead')}</th>
            <th className={cx(head, 'text-left')}>{t('shares')}</th>
          </tr>
        </thead>
        <tbody>
          {tried.map(({ id, name, outcome }, index) => (
            <tr key={id} className={id === chosen ? 'bg-accent-wash' : 'hover:bg-hover'}>
              <th scope="row" className="border-b px-2 text-left font-normal">
                <label className="figures flex h-7 items-center gap-2 whitespace-nowrap">
                  <input
                    type="radio"
                    name="alternative"
                    className="accent-accent"
                    checked={id === chosen}
                    onChange={() => onChoose(id)}
                  />
                  {name}
                  {index === 0 ? <span className="font-sans text-[12px] text-ink-3">{t('asItIs')}</span> : null}
                </label>
              </th>
              <td className={cx(cell, isEven(outcome) ? 'font-semibold text-ok' : null)}>
                {outcome.spread?.maxToMean.toFixed(2) ?? '–'}
              </td>
              <td className={cell}>{outcome.spread?.jain.toFixed(2) ?? '–'}</td>
              <td className={cx(cell, 'text-ink-2')}>{outcome.loadSpread?.maxToMean.toFixed(2) ?? '–'}</td>
              <td className={cx(cell, outcome.refused > 0 ? 'text-warn' : 'text-ink-3')}>
                {formatCount(outcome.refused)}
              </td>
              <td className="w-1/4 min-w-20 border-b px-2" aria-hidden>
                <ShareBar outcome={outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One bar, divided as the destinations share the connections. */
function ShareBar({ outcome }: { readonly outcome: Outcome }) {
  return (
    <span className="flex h-2 w-full gap-px">
      {[...outcome.shares].map(([key, { share }]) =>
        share ? <span key={key} className="h-full bg-ink-3" style={{ width: `${share * 100}%` }} /> : null,
      )}
    </span>
  );
}
