'use client';

import { Ban, CircleCheck, CircleX, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AuditOutcome } from '../../../domain/audit/audit-row.ts';
import { StateWord, type Tone } from '../../ui/state-word.tsx';

const looks: Record<AuditOutcome, { tone: Tone; icon: LucideIcon }> = {
  done: { tone: 'ok', icon: CircleCheck },
  denied: { tone: 'warn', icon: Ban },
  failed: { tone: 'bad', icon: CircleX },
};

/** How it ended. */
export function OutcomeWord({ outcome }: { readonly outcome: AuditOutcome }) {
  const t = useTranslations('audit');
  return <StateWord {...looks[outcome]}>{t(`outcomes.${outcome}`)}</StateWord>;
}
