'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerRow } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import type { DrainAction } from '../drain/drain-request.ts';
import { realServerTargets } from './real-server-targets.ts';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

interface RealServerDrains {
  readonly begin: (action: DrainAction, rows: readonly RealServerRow[]) => void;
  /** For the rows that are chosen; nothing while none is. */
  readonly buttons: ReactNode;
  readonly drawer: ReactNode;
}

/** Drain and return of one or many real servers of a list. */
export function useRealServerDrains(cluster: string, chosen: readonly RealServerRow[]): RealServerDrains {
  const t = useTranslations('service');
  const names = useTranslations('cluster');
  const lacks = useLacks('operator');
  const [asked, setAsked] = useState<{ action: DrainAction; rows: readonly RealServerRow[] } | null>(null);
  const begin = (action: DrainAction, rows: readonly RealServerRow[]) => {
    const fit = lacks ? [] : rows.filter((row) => realServerTargets(row, action).length > 0);
    if (fit.length > 0) setAsked({ action, rows: fit });
  };
  const count = (action: DrainAction) => chosen.filter((row) => realServerTargets(row, action).length > 0).length;
  return {
    begin,
    buttons:
      chosen.length === 0 ? null : (
        <>
          <Button
            offBecause={lacks ?? (count('drain') === 0 ? t('alreadyOut') : null)}
            onClick={() => begin('drain', chosen)}
          >
            {t('drainSelected', { count: String(count('drain')) })}
          </Button>
          <Button
            offBecause={lacks ?? (count('return') === 0 ? t('notOut') : null)}
            onClick={() => begin('return', chosen)}
          >
            {t('returnSelected', { count: String(count('return')) })}
          </Button>
        </>
      ),
    drawer: asked ? (
      <DrainDrawer
        cluster={cluster}
        action={asked.action}
        name={
          asked.rows.length === 1 ? (asked.rows[0]?.name ?? '') : names('manyServers', { count: asked.rows.length })
        }
        targets={asked.rows.flatMap((row) => realServerTargets(row, asked.action))}
        onClose={() => setAsked(null)}
      />
    ) : null,
  };
}
