'use client';

import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { Trend } from '../numbers/trend.tsx';
import { useServiceDrawer } from './use-service-drawer.ts';

/** A destination's last minutes; a press shows all of its history. */
export function DestinationTrend({ row }: { readonly row: DestinationRow }) {
  const t = useTranslations('history');
  const { open } = useServiceDrawer();
  return (
    <button
      type="button"
      title={t('openChart', { name: row.key })}
      aria-label={t('openChart', { name: row.key })}
      onClick={() => open('destination', row.key)}
      className="-mx-1 block rounded-sm px-1 py-0.5 hover:bg-accent-wash"
    >
      <Trend name={row.key} points={row.cpsHistory} />
    </button>
  );
}
