'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RevisionRow } from '../../../domain/revision/revision-row.ts';
import type { Column } from '../../ui/table/column.ts';
import { Time } from '../numbers/time.tsx';
import { RevisionAge } from './revision-age.tsx';
import { RevisionCounts } from './revision-counts.tsx';
import { RevisionMenu } from './revision-menu.tsx';

interface RevisionColumns {
  readonly cluster: string;
  readonly newest: number;
  readonly onCompare: (from: number, to: number) => void;
  readonly onGoBack: (number: number) => void;
}

/** The columns of the list of revisions. */
export function useRevisionColumns(options: RevisionColumns): readonly Column<RevisionRow>[] {
  const { cluster, newest, onCompare, onGoBack } = options;
  const t = useTranslations('revisions');
  const words = useTranslations('words.columns');
  return useMemo(
    () => [
      {
        id: 'number',
        head: t('number'),
        width: 190,
        cell: (row) => (
          <a
            href={`?tab=revisions&compare=${row.number - 1},${row.number}`}
            title={row.reason}
            onClick={(event) => {
              // With a modifier it opens beside, as links do.
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onCompare(row.number - 1, row.number);
            }}
            className="inline-flex items-baseline gap-2 hover:underline"
          >
            <span className="figures min-w-6 font-medium">{row.number}</span>
            <span>{row.reason}</span>
            {row.number === newest ? <span className="text-ink-3">({t('now')})</span> : null}
          </a>
        ),
      },
      { id: 'when', head: t('when'), width: 160, cell: (row) => <Time at={row.at} /> },
      { id: 'age', head: words('age'), width: 72, align: 'right', cell: (row) => <RevisionAge at={row.at} /> },
      { id: 'author', head: t('author'), width: 130, cell: (row) => row.author },
      {
        id: 'counts',
        head: t('services'),
        unit: t('servicesUnit'),
        width: 210,
        cell: (row) => <RevisionCounts row={row} />,
      },
      {
        id: 'generation',
        head: t('generation'),
        width: 96,
        align: 'right',
        cell: (row) => <span className="figures text-ink-2">{row.generation ?? '–'}</span>,
      },
      {
        id: 'more',
        head: words('actions'),
        width: 76,
        align: 'right',
        cell: (row) => (
          <RevisionMenu cluster={cluster} row={row} newest={newest} onCompare={onCompare} onGoBack={onGoBack} />
        ),
      },
    ],
    [t, words, cluster, newest, onCompare, onGoBack],
  );
}
