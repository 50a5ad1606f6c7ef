'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ReleaseRow } from '../../../domain/release/release-view.ts';
import { formatDuration } from '../../lib/formats.ts';
import type { Column } from '../../ui/table/column.ts';
import { Time } from '../numbers/time.tsx';
import { releaseHref } from './release-href.ts';
import { StatusWord } from './release-words.tsx';

/** The columns of a cluster's list of releases. */
export function useReleaseColumns(cluster: string): readonly Column<ReleaseRow>[] {
  const t = useTranslations('releases');
  return useMemo(
    () => [
      {
        id: 'reason',
        head: t('columns.reason'),
        width: 220,
        cell: (row) => (
          <Link href={releaseHref(cluster, row.id)} className="font-medium hover:underline">
            {row.reason}
          </Link>
        ),
      },
      { id: 'status', head: t('columns.status'), width: 130, cell: (row) => <StatusWord status={row.status} /> },
      {
        id: 'progress',
        head: t('columns.progress'),
        width: 170,
        cell: (row) => (
          <span className="text-ink-2">
            {t('wave', { wave: String(row.wave + 1), waves: String(row.waves) })}
            {row.endedAt === null ? ` · ${t(`step.${row.step}`)}` : null}
          </span>
        ),
      },
      {
        id: 'servers',
        head: t('columns.servers'),
        width: 104,
        align: 'right',
        cell: (row) => <span className="figures">{row.servers}</span>,
      },
      { id: 'by', head: t('columns.by'), width: 130, cell: (row) => row.startedBy },
      { id: 'started', head: t('columns.started'), width: 160, cell: (row) => <Time at={row.startedAt} /> },
      {
        id: 'took',
        head: t('columns.took'),
        width: 80,
        align: 'right',
        cell: (row) => (
          <span className="figures text-ink-2">
            {row.endedAt === null ? '–' : formatDuration((row.endedAt - row.startedAt) / 1000)}
          </span>
        ),
      },
    ],
    [t, cluster],
  );
}
