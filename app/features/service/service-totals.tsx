'use client';

import { useTranslations } from 'use-intl';
import type { Totals } from '../../../domain/display/views.ts';
import { Count, Kilobytes, Rate } from '../numbers/figures.tsx';

/** The sums over all destinations of one director. */
export function ServiceTotals({ totals }: { readonly totals: Totals }) {
  const t = useTranslations('words.columns');
  const parts = [
    [t('active'), <Count key="a" value={totals.activeConn} />],
    [t('inactive'), <Count key="i" value={totals.inactConn} />],
    [t('persistent'), <Count key="p" value={totals.persistConn} />],
    [`${t('cps')} ${t('perSecond')}`, <Rate key="c" value={totals.cps} />],
    [`${t('in')} ${t('kilobytes')}`, <Kilobytes key="in" value={totals.inRate} />],
    [`${t('out')} ${t('kilobytes')}`, <Kilobytes key="out" value={totals.outRate} />],
  ] as const;
  return (
    <dl className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
      {parts.map(([name, figure]) => (
        <div key={name} className="flex items-baseline gap-1.5">
          <dt className="label-text">{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
