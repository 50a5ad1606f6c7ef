'use client';

import { CircleDashed, PlugZap, Unplug } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { linkStore } from '../../lib/link-store.ts';
import { StateWord } from '../../ui/state-word.tsx';

/** Whether numbers come live. */
export function LinkWord() {
  const t = useTranslations('shell');
  const link = useSyncExternalStore(linkStore.subscribe, linkStore.get, () => 'idle' as const);
  // Pages without live numbers open no socket: nothing to say.
  if (link === 'idle') return null;
  return (
    <span className="max-sm:hidden">
      {link === 'open' ? (
        <StateWord tone="ok" icon={PlugZap}>
          {t('live')}
        </StateWord>
      ) : link === 'connecting' ? (
        <StateWord tone="idle" icon={CircleDashed}>
          {t('connecting')}
        </StateWord>
      ) : (
        <StateWord tone="bad" icon={Unplug}>
          {t('offline')}
        </StateWord>
      )}
    </span>
  );
}
