'use client';

import { useTranslations } from 'use-intl';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { ClockContext } from '../../ui/clock.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Trail } from '../../ui/trail.tsx';
import { Time } from '../numbers/time.tsx';
import { GoneBanner } from '../shell/gone-banner.tsx';
import { ReleaseActionsBar } from './release-actions-bar.tsx';
import { ReleaseLog } from './release-log.tsx';
import { ReleaseNotices } from './release-notices.tsx';
import { StatusWord } from './release-words.tsx';
import { useRelease } from './use-release.ts';
import { useServerCurves } from './use-server-curves.ts';
import { WaveSection } from './wave-section.tsx';

/** A release: where it stands and why, its waves with each server, and all that happened. */
export function ReleasePage({ first }: { readonly first: ReleaseView }) {
  const t = useTranslations('releases');
  const shell = useTranslations('shell');
  const { view, clock, gone } = useRelease(first);
  const curves = useServerCurves(view);
  const { plan, state, reason, startedBy, startedAt, waves } = view;
  const cluster = `/clusters/${encodeURIComponent(plan.cluster)}`;
  return (
    <ClockContext.Provider value={clock}>
      {gone ? <GoneBanner /> : null}
      <PageHead
        trail={
          <Trail
            label={shell('breadcrumbs')}
            steps={[
              { href: '/', name: shell('overview') },
              { href: cluster, name: plan.cluster },
              { href: `${cluster}?tab=releases`, name: t('tab') },
            ]}
          />
        }
        title={reason}
        facts={
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <StatusWord status={state.status} />
            <span>{t('wave', { wave: String(state.wave + 1), waves: String(waves.length) })}</span>
            <span>{startedBy}</span>
            <Time at={startedAt} />
          </p>
        }
        actions={state.endedAt === null ? <ReleaseActionsBar view={view} /> : null}
      />
      <ReleaseNotices view={view} />
      <div className="border-t">
        {waves.map((wave, at) => (
          // A wave's place is what it is.
          <WaveSection key={`${at} ${wave.name}`} view={view} wave={at} curves={curves} />
        ))}
      </div>
      <ReleaseLog view={view} />
    </ClockContext.Provider>
  );
}
