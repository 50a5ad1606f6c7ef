'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { HealthCell } from '../checks/health-cell.tsx';
import { RowStateWord } from '../drain/row-state-word.tsx';
import { Count, Rate, Share } from '../numbers/figures.tsx';
import { WeightCell } from './weight-cell.tsx';

interface DestinationsListProps {
  readonly cluster: string;
  readonly rows: readonly DestinationRow[];
  readonly actions: (row: DestinationRow) => ReactNode;
}

/** Destinations on a phone: state, what matters of the numbers, and drain or return, without scrolling sideways. */
export function DestinationsList({ cluster, rows, actions }: DestinationsListProps) {
  const t = useTranslations('words.columns');
  const page = useTranslations('service');
  return (
    <ul aria-label={page('destinations')}>
      {rows.map((row) => (
        <li key={row.key} className="border-b px-4 py-2">
          <div className="flex flex-wrap items-center gap-x-3">
            <Link
              href={`/clusters/${encodeURIComponent(cluster)}/real-servers/${encodeURIComponent(row.realServer)}`}
              className="font-medium"
            >
              {row.realServer}
            </Link>
            <RowStateWord row={row} />
            <span className="ml-auto">{actions(row)}</span>
          </div>
          <p className="figures break-all text-ink-2">{row.key}</p>
          {row.health ? <HealthCell health={row.health} /> : null}
          <dl className="mt-1 grid grid-cols-2 gap-x-6 gap-y-0.5">
            <Fact name={t('weight')}>
              <WeightCell row={row} />
            </Fact>
            <Fact name={`${t('cps')} ${t('perSecond')}`}>
              <Rate value={row.cps} />
            </Fact>
            <Fact name={t('active')}>
              <Count value={row.activeConn} />
            </Fact>
            <Fact name={t('inactive')}>
              <Count value={row.inactConn} />
            </Fact>
            <Fact name={t('persistent')}>
              <Count value={row.persistConn} />
            </Fact>
            <Fact name={`${t('got')} ${t('percent')}`}>
              <Share value={row.gotShare} />
            </Fact>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-2">
      <dt className="label-text">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
