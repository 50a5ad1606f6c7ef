'use client';

import { useTranslations } from 'use-intl';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { SectionHead } from '../../ui/page-head.tsx';
import { Time } from '../numbers/time.tsx';
import { useEventText } from './event-text.ts';

/** Everything that moved a release on, newest first. */
export function ReleaseLog({ view }: { readonly view: ReleaseView }) {
  const t = useTranslations('releases');
  const eventText = useEventText();
  return (
    <section aria-label={t('log')}>
      <SectionHead title={t('log')} />
      {view.entries.length === 0 ? <p className="px-4 py-2 text-ink-2">{t('logEmpty')}</p> : null}
      <ol>
        {view.entries.toReversed().map(({ seq, at, event }) => (
          <li key={seq} className="flex flex-wrap gap-x-4 border-b px-4 py-1">
            <Time at={at} className="text-ink-3" />
            <span className={event.kind === 'halt' ? 'min-w-0 break-words text-bad' : 'min-w-0 break-words'}>
              {eventText(event)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
