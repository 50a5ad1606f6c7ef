'use client';

import { Pause, Play } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { pauseStore } from '../../lib/pause-store.ts';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';

/** Lets live numbers stand still, to read or to copy them. */
export function PauseButton() {
  const t = useTranslations('shell');
  const paused = useSyncExternalStore(pauseStore.subscribe, pauseStore.get, () => null) !== null;
  const Icon = paused ? Play : Pause;
  return (
    <Hint text={t('pauseHint')}>
      <Button
        look="bare"
        className="px-1.5"
        aria-label={paused ? t('resume') : t('pause')}
        onClick={pauseStore.toggle}
        icon={<Icon aria-hidden className="size-4" />}
      />
    </Hint>
  );
}
