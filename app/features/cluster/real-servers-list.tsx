'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerRow } from '../../../domain/display/views.ts';
import { Button } from '../../ui/button.tsx';
import { RowStateWord } from '../drain/row-state-word.tsx';
import { Count, Rate } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { OutReasons } from '../real-server/out-reasons.tsx';

/** As many as a thumb goes through; more on request, or by the filter. */
const step = 50;

interface RealServersListProps {
  readonly cluster: string;
  readonly rows: readonly RealServerRow[];
  readonly actions: (row: RealServerRow) => ReactNode;
}

/** Real servers on a phone: state, what is on them, and drain or return, without scrolling sideways. */
export function RealServersList({ cluster, rows, actions }: RealServersListProps) {
  const t = useTranslations('cluster');
  const words = useTranslations('words.columns');
  const [shown, setShown] = useState(step);
  return (
    <>
      <ul aria-label={t('realServers')}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.name} className="border-b px-4 py-2">
            <Fresh receivedAt={row.receivedAt}>
              <div className="flex items-center gap-x-3">
                <Link
                  href={`/clusters/${encodeURIComponent(cluster)}/real-servers/${encodeURIComponent(row.name)}`}
                  className="min-w-0 break-all font-medium"
                >
                  {row.name}
                </Link>
                <RowStateWord row={row} />
                <span className="ml-auto">{actions(row)}</span>
              </div>
              <p className="flex flex-wrap gap-x-4 text-ink-2">
                <span>
                  {words('active')} <Count value={row.activeConn} />
                </span>
                <span>
                  {words('persistent')} <Count value={row.persistConn} />
                </span>
                <span>
                  {words('cps')} {words('perSecond')} <Rate value={row.cps} />
                </span>
              </p>
              {row.labels.length > 0 ? <p className="text-[12px] text-ink-3">{row.labels.join(' · ')}</p> : null}
              <OutReasons overlays={row.outBy} />
            </Fresh>
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <div className="px-4 py-2">
          <Button onClick={() => setShown(shown + step)}>
            {t('moreServers', { count: String(rows.length - shown) })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
