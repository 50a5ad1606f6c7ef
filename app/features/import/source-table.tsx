'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Note } from '../../../domain/formats/read-file.ts';
import { formatCount } from '../../lib/formats.ts';
import { LongList } from '../../ui/long-list.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SourceRowView } from './source-row-view.tsx';
import { noteCounts, rowsOfKind, type ShownRows, sourceRows } from './source-rows.ts';

interface SourceTableProps {
  readonly lines: readonly string[];
  readonly notes: readonly Note[];
  readonly shown: ShownRows;
  readonly onShown: (shown: ShownRows) => void;
}

/** Every line that was read, next to what it became; or those alone that were left out. */
export function SourceTable({ lines, notes, shown, onShown }: SourceTableProps) {
  const t = useTranslations('importFile');
  const rows = useMemo(() => sourceRows(lines, notes), [lines, notes]);
  const counts = useMemo(() => noteCounts(notes), [notes]);
  const visible = useMemo(() => rowsOfKind(rows, shown), [rows, shown]);
  const empty = { all: null, 'left-out': t('nothingLeftOut'), remark: t('noRemarks'), taken: t('nothingTaken') }[shown];
  const choice = (value: Exclude<ShownRows, 'all'>, label: string) => ({
    value,
    label: (
      <>
        {label} <span className="figures text-ink-3">{formatCount(counts[value])}</span>
      </>
    ),
  });
  return (
    <section aria-label={t('source')}>
      <div className="flex min-h-11 flex-wrap items-center gap-3 border-b px-4 py-1.5">
        <Segments
          label={t('show')}
          value={shown}
          onChoose={onShown}
          choices={[
            { value: 'all', label: t('all') },
            choice('left-out', t('leftOut')),
            choice('remark', t('remarks')),
            choice('taken', t('taken')),
          ]}
        />
      </div>
      <div
        aria-hidden
        className="label-text grid grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,1fr)] gap-x-3 border-b bg-paper py-1 pr-4 max-sm:hidden"
      >
        <span />
        <span>{t('source')}</span>
        <span className="pl-3">{t('became')}</span>
      </div>
      {visible.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{empty}</p>
      ) : (
        <LongList
          label={t('source')}
          items={visible}
          keyOf={(row) => row.line}
          estimate={23}
          render={(row) => <SourceRowView row={row} />}
        />
      )}
    </section>
  );
}
