'use client';

import { Check, CircleSlash2, Info } from 'lucide-react';
import { useMessages, useTranslations } from 'use-intl';
import type { Note } from '../../../domain/formats/read-file.ts';
import { cx } from '../../ui/class-names.ts';

const looks = {
  taken: { icon: Check, ink: 'text-ok' },
  remark: { icon: Info, ink: 'text-move' },
  'left-out': { icon: CircleSlash2, ink: 'text-warn' },
} as const;

/** What became of a line: what it is now, or why it isn't. */
export function NoteView({ note }: { readonly note: Note }) {
  const t = useTranslations('importFile');
  const text = useNoteText();
  const { icon: Icon, ink } = looks[note.kind];
  return (
    <p className="flex min-w-0 items-baseline gap-1.5">
      <Icon aria-hidden className={cx('size-3.5 shrink-0 self-start mt-0.5', ink)} strokeWidth={2.25} />
      {note.kind === 'taken' ? (
        <span className="figures min-w-0 break-words">
          <span className="sr-only">{t('kinds.taken')}: </span>
          {note.text}
        </span>
      ) : (
        <span className="min-w-0 break-words">
          <span className={cx('font-medium', ink)}>{t(`kinds.${note.kind}`)}</span>{' '}
          <span className="text-ink-2">{text(note)}</span>
        </span>
      )}
    </p>
  );
}

/** Says a note in the viewer's language; what it is about, where the catalogue has no text for it. */
export function useNoteText(): (note: Exclude<Note, { kind: 'taken' }>) => string {
  const t = useTranslations('notes');
  const known = useMessages().notes;
  return ({ code, about }) => (code in known ? t(code, { about }) : about || code);
}
