'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Note } from '../../../domain/formats/read-file.ts';
import { formatCount } from '../../lib/formats.ts';
import { LongList } from '../../ui/long-list.tsx';
import { Segments } from '../../ui/segments.tsx';
import { NoteView } from '../import/note-view.tsx';
import { noteCounts } from '../import/source-rows.ts';

/** What the reader of an imported file had to say of its lines. */
export function DraftNotes({ notes }: { readonly notes: readonly Note[] }) {
  const t = useTranslations('importFile');
  const counts = useMemo(() => noteCounts(notes), [notes]);
  const [shown, setShown] = useState<'all' | 'left-out' | 'remark'>('all');
  const visible = shown === 'all' ? notes : notes.filter(({ kind }) => kind === shown);
  return (
    <>
      <div className="flex min-h-11 items-center border-b px-4 py-1.5">
        <Segments
          label={t('show')}
          value={shown}
          onChoose={setShown}
          choices={[
            { value: 'all', label: t('allNotes') },
            {
              value: 'left-out',
              label: (
                <>
                  {t('leftOut')} <span className="figures text-ink-3">{formatCount(counts['left-out'])}</span>
                </>
              ),
            },
            {
              value: 'remark',
              label: (
                <>
                  {t('remarks')} <span className="figures text-ink-3">{formatCount(counts.remark)}</span>
                </>
              ),
            },
          ]}
        />
      </div>
      <LongList
        label={t('show')}
        items={visible}
        keyOf={(_, index) => index}
        estimate={25}
        render={(note) => (
          <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 border-b border-b-line/60 px-4 py-0.5">
            <span className="figures text-ink-3">
              {note.line === 0 ? t('wholeFile') : t('line', { line: String(note.line) })}
            </span>
            <NoteView note={note} />
          </div>
        )}
      />
    </>
  );
}
