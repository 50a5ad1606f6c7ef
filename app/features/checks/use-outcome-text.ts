'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { CheckOutcome } from '../../../domain/checks/check-outcome.ts';

/** Gives what a check met, in words: `connect refused`, `HTTP 503`. */
export function useOutcomeText(): (outcome: CheckOutcome) => string {
  const t = useTranslations('checks.outcomes');
  return useCallback(
    (outcome) => {
      switch (outcome.what) {
        case 'status':
        case 'text-missing':
          return t(outcome.what, { status: String(outcome.status) });
        case 'timeout':
          return t('timeout', { seconds: String(outcome.seconds) });
        case 'tls':
        case 'error':
          return t(outcome.what, { text: outcome.text });
        default:
          return t(outcome.what);
      }
    },
    [t],
  );
}
