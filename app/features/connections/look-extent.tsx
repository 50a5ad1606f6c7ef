'use client';

import { useTranslations } from 'use-intl';
import { formatCount, formatDuration, formatRate } from '../../lib/formats.ts';
import { useAge } from '../../ui/clock.tsx';
import type { Look } from './use-look.ts';

/** How much of the table a look saw, and how long ago. */
export function LookExtent({ look }: { readonly look: Look }) {
  const t = useTranslations('connections');
  const age = formatDuration(useAge(look.at) ?? 0);
  const { read, extent, took } = look.summary;
  if (!look.ended)
    return (
      <output className="figures text-move">
        {t('soFar', { read: formatCount(read), seconds: formatRate(took / 1000) })}
      </output>
    );
  return (
    <p className={extent === 'part' ? 'text-warn' : 'text-ink-2'}>{t(extent, { read: formatCount(read), age })}</p>
  );
}
