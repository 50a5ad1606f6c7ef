'use client';

import { useTranslations } from 'use-intl';
import { cx } from '../../ui/class-names.ts';
import { NoteView } from './note-view.tsx';
import type { SourceRow } from './source-rows.ts';

/** Longer lines are cut short: nobody reads them here. */
const longestLine = 400;

const edges = {
  taken: 'border-l-ok/50',
  remark: 'border-l-move',
  'left-out': 'border-l-warn',
} as const;

/** A source line with its number, and next to it what it became; below it on a phone. */
export function SourceRowView({ row }: { readonly row: SourceRow }) {
  const t = useTranslations('importFile');
  const { line, text, notes, kind } = row;
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,1fr)] gap-x-3 border-b border-b-line/60 pr-4 hover:bg-hover max-sm:grid-cols-[3rem_minmax(0,1fr)]">
      <span className="figures select-none py-0.5 text-right text-ink-3">
        {line === 0 ? null : (
          <>
            <span className="sr-only">{t('line', { line: '' })}</span>
            {line}
          </>
        )}
      </span>
      <code
        className={cx(
          'figures min-w-0 whitespace-pre-wrap break-words py-0.5',
          line === 0 ? 'text-ink-2 italic' : kind === 'left-out' ? 'text-ink-2' : kind ? 'text-ink' : 'text-ink-3',
        )}
      >
        {line === 0 ? t('wholeFile') : text.length > longestLine ? `${text.slice(0, longestLine)}…` : text || ' '}
      </code>
      <div
        className={cx(
          'flex min-w-0 flex-col gap-0.5 border-l-2 py-0.5 pl-2.5 max-sm:col-start-2',
          kind ? edges[kind] : 'border-l-transparent',
          notes.length === 0 && 'max-sm:hidden',
        )}
      >
        {notes.map((note, index) => (
          <NoteView key={index} note={note} />
        ))}
      </div>
    </div>
  );
}
