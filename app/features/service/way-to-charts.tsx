'use client';

import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Destinations that a phone shows on a screen or two. */
const few = 4;

/** A link past a long list on a phone, where it has no scroll bar of its own. */
export function WayToCharts({ rows }: { readonly rows: number }) {
  const t = useTranslations('history');
  if (rows <= few) return null;
  return (
    <a href="#charts" className="flex h-10 items-center gap-1.5 border-b px-4 text-accent sm:hidden">
      <ArrowDown aria-hidden className="size-3.5" />
      {t('title')}
    </a>
  );
}
