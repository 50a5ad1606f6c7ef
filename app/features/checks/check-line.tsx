'use client';

import { HeartPulse } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Check } from '../../../domain/checks/check.ts';
import { checkText } from '../../../domain/checks/check-text.ts';

/** How a service's destinations are checked, in one line; nothing where nobody does. */
export function CheckLine({ check }: { readonly check: Check | null | undefined }) {
  const t = useTranslations('checks');
  if (!check) return null;
  return (
    <span className="inline-flex items-baseline gap-1.5 text-ink-2" title={t('note')}>
      <HeartPulse aria-hidden className="size-3.5 shrink-0 self-center text-ink-3" />
      <span className="sr-only">{t('legend')}</span>
      <span className="figures break-all text-[12px]">{checkText(check)}</span>
    </span>
  );
}
