'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerRow } from '../../../domain/display/views.ts';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import type { DrainAction } from '../drain/drain-request.ts';
import { mostAtOnce } from '../drain/most-at-once.ts';
import { realServerTargets } from './real-server-targets.ts';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

interface RealServerDrains {
  readonly begin: (action: DrainAction, rows: readonly RealServerRow[]) => void;
  /** For the rows that are chosen; nothing while none is. */
  readonly buttons: ReactNode;
  /** For one row: drain or return, whichever fits. */
  readonly action: (row: RealServerRow) => ReactNode;
  readonly drawer: ReactNode;
}

const actions = ['drain', 'return'] as const;

const fitting = (rows: readonly RealServerRow[], action: DrainAction) =>
  rows.filter((row) => realServerTargets(row, action).length > 0);

/** Drain and return of one or many real servers of a list; `label` is what those that are chosen have in common. */
export function useRealServerDrains(
  cluster: string,
  chosen: readonly RealServerRow[],
  label: string | null = null,
): RealServerDrains {
  const t = useTranslations('service');
  const names = useTranslations('cluster');
  const drain = useTranslations('drain');
  const lacks = useLacks('operator');
  const [asked, setAsked] = useState<{ action: DrainAction; rows: readonly RealServerRow[]; name: string } | null>(
    null,
  );
  const begin = (action: DrainAction, of: readonly RealServerRow[]) => {
    const rows = lacks ? [] : fitting(of, action);
    const [first] = rows;
    if (!first) return;
    const count = rows.length;
    const name =
      count === 1
        ? first.name
        : label && of === chosen
          ? drain('labelled', { count, label })
          : names('manyServers', { count });
    setAsked({ action, rows, name });
  };
  const whyNot = (rows: readonly RealServerRow[], action: DrainAction): string | null => {
    const fit = fitting(rows, action).length;
    if (lacks || fit > 0) return lacks ?? (fit > mostAtOnce ? t('tooManyAtOnce') : null);
    if (action === 'drain') return t('alreadyOut');
    return t(rows.some(({ outBy }) => outBy.some(isDrain)) ? 'byRelease' : 'notOut');
  };
  return {
    begin,
    buttons:
      chosen.length === 0
        ? null
        : actions.map((action) => (
            <Button key={action} offBecause={whyNot(chosen, action)} onClick={() => begin(action, chosen)}>
              {t(`${action}Selected`, { count: String(fitting(chosen, action).length) })}
            </Button>
          )),
    action: (row) => {
      const action = row.outBy.some(isDrain) ? 'return' : 'drain';
      return (
        <Button
          offBecause={whyNot([row], action)}
          aria-label={`${t(action)} ${row.name}`}
          onClick={() => begin(action, [row])}
        >
          {t(action)}
        </Button>
      );
    },
    drawer: asked ? (
      <DrainDrawer
        cluster={cluster}
        action={asked.action}
        name={asked.name}
        targets={asked.rows.flatMap((row) => realServerTargets(row, asked.action))}
        overlays={asked.rows.flatMap((row) => row.outBy)}
        checked={null}
        onClose={() => setAsked(null)}
      />
    ) : null,
  };
}
