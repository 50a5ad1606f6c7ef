'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { useFreshness } from '../../ui/clock.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Terminal } from '../../ui/terminal.tsx';
import { Age } from '../numbers/age.tsx';
import { DirectorName } from '../numbers/director-name.tsx';

interface ListingProps {
  readonly director: DirectorHead;
  /** Null when nothing of it stands in that kernel. */
  readonly text: string | null;
  /** What to say in place of an empty text. */
  readonly empty: string;
  /** The choice of another director. */
  readonly choice?: ReactNode;
}

/** What `ipvsadm -Ln` prints on a director, with its age, to read and to copy. */
export function Listing({ director, text, empty, choice }: ListingProps) {
  const t = useTranslations('listing');
  const { name, receivedAt, simulated } = director;
  const old = useFreshness(receivedAt) === 'unknown';
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {choice ?? (
          <span className="font-medium">
            <DirectorName name={name} simulated={simulated} />
          </span>
        )}
        <Age receivedAt={receivedAt} director={name} inText />
        {text === null || old ? null : (
          <span className="ml-auto">
            <CopyButton text={text} />
          </span>
        )}
      </div>
      {old ? (
        <p className="text-ink-2">{t('unknown', { director: name })}</p>
      ) : text === null ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <Terminal label={t('title', { director: name })}>{text}</Terminal>
      )}
    </div>
  );
}
