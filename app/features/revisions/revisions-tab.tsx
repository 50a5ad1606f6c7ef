'use client';

import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView } from '../../../domain/display/views.ts';
import type { RevisionRow } from '../../../domain/revision/revision-row.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { ImportLink } from '../import/import-link.tsx';
import { GoBack, useGoBack } from './go-back.tsx';
import { useCompared } from './use-compared.ts';
import { useRevisionColumns } from './use-revision-columns.tsx';
import { useRevisions } from './use-revisions.ts';

const CompareView = dynamic(() => import('./compare-view.tsx').then((module) => module.CompareView), { ssr: false });

/** Every revision of the cluster's definition: who wrote it, when and why; any two of them compared; and the way back. */
export function RevisionsTab({ view }: { readonly view: ClusterView }) {
  const { name: cluster, revision: newest } = view;
  const { rows, error, reading, older } = useRevisions(cluster, newest);
  const [pair, setPair] = useCompared();
  return (
    <>
      {pair ? (
        <CompareView
          cluster={cluster}
          newest={newest}
          rows={rows ?? []}
          pair={pair}
          onPair={(next) => void setPair(next)}
        />
      ) : (
        <RevisionsList cluster={cluster} newest={newest} rows={rows} error={error} reading={reading} older={older} />
      )}
      <GoBack cluster={cluster} newest={newest} />
    </>
  );
}

interface RevisionsListProps extends Pick<ReturnType<typeof useRevisions>, 'rows' | 'error' | 'reading' | 'older'> {
  readonly cluster: string;
  readonly newest: number;
}

function RevisionsList({ cluster, newest, rows, error, reading, older }: RevisionsListProps) {
  const t = useTranslations('revisions');
  const refusalText = useRefusalText();
  const [, setPair] = useCompared();
  const [, setGoBack] = useGoBack();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const onCompare = useCallback((from: number, to: number) => void setPair({ from, to }), [setPair]);
  const columns = useRevisionColumns({
    cluster,
    newest,
    onCompare,
    onGoBack: useCallback((number: number) => void setGoBack(number), [setGoBack]),
  });
  const [from, to] = [...selected].map(Number).sort((a, b) => a - b);
  if (!rows)
    return error ? (
      <RefusalText>{refusalText(error)}</RefusalText>
    ) : (
      <p className="px-4 py-3 text-ink-2">{t('reading')}</p>
    );
  return (
    <>
      {rows.length > 1 ? (
        <div className="flex min-h-11 items-center gap-3 border-b px-4 py-1.5">
          {from !== undefined && to !== undefined && selected.size === 2 ? (
            <Button look="primary" onClick={() => onCompare(from, to)}>
              {t('compareSelected', { from: String(from), to: String(to) })}
            </Button>
          ) : (
            <span className="label-text">{t('compareHint')}</span>
          )}
        </div>
      ) : null}
      <DataTable
        label={t('tab')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        rowName={(row) => t('select', { number: String(row.number) })}
        sort={null}
        onSort={noSort}
        // Of the chosen ones the last two: more can't be compared.
        {...(rows.length > 1
          ? { selected, onSelect: (next: ReadonlySet<string>) => setSelected(new Set([...next].slice(-2))) }
          : {})}
        empty={
          <EmptyState title={t('empty')} next={t('emptyNext')} action={<ImportLink cluster={cluster} look="today" />} />
        }
      />
      <RefusalText>{refusalText(error)}</RefusalText>
      {rows.length > 0 ? (
        <div className="flex justify-center px-4 py-3">
          {older ? (
            <Button busy={reading} onClick={older}>
              {t('older')}
            </Button>
          ) : (
            <p className="text-ink-3">{t('end')}</p>
          )}
        </div>
      ) : null}
    </>
  );
}

const keyOf = (row: RevisionRow): string => String(row.number);

/** Revisions have one order alone: as they were written. */
const noSort = (): void => undefined;
