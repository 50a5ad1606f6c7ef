'use client';

import { Pause, Unplug } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { consoleClient } from '../../lib/console-client.ts';
import { linkStore } from '../../lib/link-store.ts';
import { pauseStore } from '../../lib/pause-store.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** Says when what stands below is not live: the link is down, or somebody paused it. */
export function LinkBanner() {
  const t = useTranslations('shell');
  const link = useSyncExternalStore(linkStore.subscribe, linkStore.get, () => 'connecting' as const);
  const pausedAt = useSyncExternalStore(pauseStore.subscribe, pauseStore.get, () => null);
  useSignInWhenSignedOut(link === 'closed');
  if (link === 'closed')
    return (
      <Banner tone="bad" icon={Unplug}>
        {t('linkDown')}
      </Banner>
    );
  if (pausedAt !== null) return <PausedBanner since={pausedAt} />;
  return null;
}

function PausedBanner({ since }: { readonly since: number }) {
  const t = useTranslations('shell');
  const [age, setAge] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAge(Math.floor((performance.now() - since) / 1000)), 500);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <Banner tone="warn" icon={Pause} action={<Button onClick={pauseStore.toggle}>{t('resume')}</Button>}>
      {t('paused', { age: String(age) })}
    </Banner>
  );
}

/** A socket can't say why it was refused: while it is down, ask whether the session still stands. */
function useSignInWhenSignedOut(down: boolean): void {
  useEffect(() => {
    if (!down) return;
    const timer = setInterval(() => {
      consoleClient()
        .session.me.query()
        .then((me) => {
          if (!me) window.location.reload();
        })
        .catch(() => undefined);
    }, 5_000);
    return () => clearInterval(timer);
  }, [down]);
}
