'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StateWord } from '../../ui/state-word.tsx';

interface OthersNoteProps {
  readonly director: string;
  /** How many more places differ on it. */
  readonly others: number;
}

/** That a new revision puts right all that differs on a director, and how to keep it from that. */
export function OthersNote({ director, others }: OthersNoteProps) {
  const t = useTranslations('drift');
  if (others === 0) return null;
  return (
    <p>
      <StateWord tone="warn" icon={TriangleAlert}>
        <span className="whitespace-normal">{t('adoptOthers', { count: others, director })}</span>
      </StateWord>
    </p>
  );
}
