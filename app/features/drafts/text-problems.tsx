'use client';

import { useTranslations } from 'use-intl';
import { useNoteText } from '../import/note-view.tsx';
import type { CheckedText } from './use-checked-text.ts';

/** As many as somebody puts right before looking again. */
const mostShown = 50;

interface TextProblemsProps {
  /** Null while it is looked at. */
  readonly checked: CheckedText | null;
  readonly onLine: (line: number) => void;
}

/** What is wrong with a text, each with the way to its line. */
export function TextProblems({ checked, onLine }: TextProblemsProps) {
  const t = useTranslations('drafts');
  const file = useTranslations('importFile');
  const text = useNoteText();
  if (!checked) return <output className="text-ink-3">{t('checking')}</output>;
  if (checked.problems.length === 0) return <output className="text-ok">{t('noProblems')}</output>;
  return (
    <section aria-label={t('problems')} aria-live="polite">
      <ul className="flex flex-col gap-0.5">
        {checked.problems.slice(0, mostShown).map((note, index) => (
          <li key={index} className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-3">
            {note.line === 0 ? (
              <span className="text-ink-3">{file('wholeFile')}</span>
            ) : (
              <button
                type="button"
                className="figures text-left text-accent hover:underline"
                onClick={() => onLine(note.line)}
              >
                {t('problemAt', { line: String(note.line) })}
              </button>
            )}
            <span className="min-w-0 break-words text-bad">{text(note)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
