'use client';

import { useTranslations } from 'use-intl';
import { formatCount, formatDuration } from '../../lib/formats.ts';
import { useAge } from '../../ui/clock.tsx';
import type { Look } from './use-look.ts';

/** How much of the table a look saw, and how long ago. */
export function LookExtent({ look }: { readonly look: Look }) {
  const t = useTranslations('connections');
  const age = formatDuration(useAge(look.at) ?? 0);
  const { read, extent } = look.summary;
  return (
    <p className={extent === 'part' ? 'text-warn' : 'text-ink-2'}>{t(extent, { read: formatCount(read), age })}</p>
  );
}
