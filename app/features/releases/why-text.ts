'use client';

import { useTranslations } from 'use-intl';
import type { Halt, WaitsFor } from '../../../domain/release/release-state.ts';

/** Says why a release halted, in a sentence. */
export function useHaltText(): (halt: Halt) => string {
  const t = useTranslations('releases.halt');
  return (halt) => {
    switch (halt.kind) {
      case 'person':
        return t('person', { by: halt.by, reason: halt.reason });
      case 'guard':
        return t('guard', { names: halt.services.join(', ') });
      case 'director-stale':
      case 'not-applied':
        return t(halt.kind, { names: halt.directors.join(', ') });
      case 'past-deadline':
      case 'gave-up':
      case 'checks':
        return t(halt.kind, { names: halt.servers.join(', ') });
      case 'finding':
        return t('finding', { director: halt.director, code: halt.code });
      case 'refused':
        return t('refused', { detail: halt.detail });
    }
  };
}

/** Says what a wave waits for that can't begin. */
export function useWaitsText(): (waitsFor: WaitsFor) => string {
  const t = useTranslations('releases.waitsFor');
  return (waitsFor) =>
    waitsFor.kind === 'taken-out' ? t('taken-out', { names: waitsFor.servers.join(', ') }) : t('rollout');
}
