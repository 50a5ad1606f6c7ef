'use client';

import { useQuery } from '@tanstack/react-query';
import { PauseCircle, Rocket } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { consoleClient } from '../../lib/console-client.ts';
import { Banner } from '../../ui/banner.tsx';
import { releaseHref } from './release-href.ts';

/** That a release of the cluster goes on, or is halted, and the way to it. */
export function ReleaseBanner({ cluster }: { readonly cluster: string }) {
  const t = useTranslations('releases');
  const { data } = useQuery({
    queryKey: ['release-now', cluster],
    queryFn: () => consoleClient().releases.list.query({ cluster }),
    refetchInterval: 3000,
  });
  const now = data?.rows.find(({ endedAt }) => endedAt === null);
  if (!now) return null;
  const halted = now.status === 'halted';
  return (
    <Banner
      tone={halted ? 'bad' : 'move'}
      icon={halted ? PauseCircle : Rocket}
      action={
        <Link href={releaseHref(cluster, now.id)} className="underline">
          {t('bannerOpen')}
        </Link>
      }
    >
      {t('banner', {
        ...{ reason: now.reason, status: t(`status.${now.status}`), step: t(`step.${now.step}`) },
        ...{ wave: String(now.wave + 1), waves: String(now.waves) },
      })}
    </Banner>
  );
}
