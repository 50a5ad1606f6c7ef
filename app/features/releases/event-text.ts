'use client';

import { useTranslations } from 'use-intl';
import type { ReleaseEvent } from '../../../domain/release/release-event.ts';
import { useHaltText, useWaitsText } from './why-text.ts';

/** Says what happened to a release, in a sentence. Waves are counted from 1. */
export function useEventText(): (event: ReleaseEvent) => string {
  const t = useTranslations('releases.event');
  const haltText = useHaltText();
  const waitsText = useWaitsText();
  const wave = (from: { readonly wave: number }) => String(from.wave + 1);
  return (event) => {
    switch (event.kind) {
      case 'continue':
      case 'resume':
      case 'retry':
      case 'roll-back':
        return t(event.kind, { by: event.by, reason: event.reason });
      case 'skip':
        return t('skip', { by: event.by, reason: event.reason, wave: wave(event) });
      case 'halt':
        return t('halt', { why: haltText(event.halt) });
      case 'waits':
        return event.waitsFor ? t('waits', { why: waitsText(event.waitsFor) }) : t('waitsOver');
      case 'begin':
        return event.leftOut.length > 0
          ? t('beginWithout', { wave: wave(event), names: event.leftOut.join(', ') })
          : t('begin', { wave: wave(event) });
      case 'out':
      case 'drained':
      case 'verified':
      case 'returned':
      case 'gone':
        return t(event.kind, { names: event.servers.join(', ') });
      case 'cut':
      case 'watched':
        return t(event.kind, { wave: wave(event) });
    }
  };
}
