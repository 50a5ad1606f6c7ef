'use client';

import { useTranslations } from 'use-intl';
import type { Draft } from '../../../domain/draft/draft.ts';
import { Time } from '../numbers/time.tsx';

/** Who wrote a draft, when, on what, and from what it was read. */
export function DraftFacts({ draft: { author, base, origin, updatedAt } }: { readonly draft: Draft }) {
  const t = useTranslations('drafts');
  const formats = useTranslations('importFile.formats');
  return (
    <p className="text-ink-2">
      {t('page')} {t('by', { author })} · {t('basedOn', { base: String(base) })}
      {origin ? ` · ${t('from', { file: origin.file })} · ${formats(origin.format)}` : ''} ·{' '}
      {t.rich('saved', { time: () => <Time at={updatedAt} /> })}
    </p>
  );
}
