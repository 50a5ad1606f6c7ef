'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { ServiceView } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import type { DrainAction } from '../drain/drain-request.ts';
import { isChecked } from '../drain/lines-of.ts';
import { mostAtOnce } from '../drain/most-at-once.ts';
import { drainableRows } from './drainable-rows.ts';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

interface DestinationDrains {
  readonly begin: (action: DrainAction, rows: readonly DestinationRow[]) => void;
  /** For the rows that are chosen; nothing while none is. */
  readonly buttons: ReactNode;
  readonly drawer: ReactNode;
}

/** What lies over rows, each once: a drain of a real server lies over all its destinations. */
const overlaysOf = (rows: readonly DestinationRow[]) => [
  ...new Map(rows.flatMap(({ outBy }) => outBy.map((overlay) => [overlay.id, overlay]))).values(),
];

/** Drain and return of one or many destinations of a virtual service. */
export function useDestinationDrains(view: ServiceView, chosen: readonly DestinationRow[]): DestinationDrains {
  const t = useTranslations('service');
  const words = useTranslations('drain');
  const lacks = useLacks('operator');
  const [asked, setAsked] = useState<{ action: DrainAction; rows: readonly DestinationRow[] } | null>(null);
  const begin = (action: DrainAction, of: readonly DestinationRow[]) => {
    const rows = lacks ? [] : drainableRows(of, action);
    if (rows.length > 0) setAsked({ action, rows });
  };
  const fitting = (action: DrainAction): number => drainableRows(chosen, action).length;
  const whyNot = (action: DrainAction): string | null => {
    if (lacks) return lacks;
    if (fitting(action) === 0) return t(action === 'drain' ? 'alreadyOut' : 'notOut');
    return fitting(action) > mostAtOnce ? t('tooManyAtOnce') : null;
  };
  return {
    begin,
    buttons:
      chosen.length === 0
        ? null
        : (['drain', 'return'] as const).map((action) => (
            <Button key={action} onClick={() => begin(action, chosen)} offBecause={whyNot(action)}>
              {t(`${action}Selected`, { count: String(fitting(action)) })}
            </Button>
          )),
    drawer: asked ? (
      <DrainDrawer
        cluster={view.cluster}
        action={asked.action}
        name={asked.rows.length === 1 ? (asked.rows[0]?.key ?? '') : words('many', { count: asked.rows.length })}
        targets={asked.rows.map((row) => ({ kind: 'destination', service: view.key, destination: row.key }))}
        overlays={overlaysOf(asked.rows)}
        checked={isChecked(view.definition)}
        onClose={() => setAsked(null)}
      />
    ) : null,
  };
}
