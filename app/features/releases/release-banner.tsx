'use client';

import { PauseCircle, Rocket } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ReleaseBrief } from '../../../domain/release/release-view.ts';
import { Banner } from '../../ui/banner.tsx';
import { releaseHref } from './release-href.ts';

interface ReleaseBannerProps {
  readonly cluster: string;
  readonly release: ReleaseBrief;
}

/** That a release of the cluster goes on, or is halted, and the way to it. */
export function ReleaseBanner({ cluster, release: now }: ReleaseBannerProps) {
  const t = useTranslations('releases');
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
