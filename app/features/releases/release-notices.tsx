'use client';

import { FlaskConical, Hourglass, PauseCircle, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { Banner } from '../../ui/banner.tsx';
import { useHaltText, useWaitsText } from './why-text.ts';

/** What a release waits for now: people who decide, a deployment, something else; and where its servers can be tried. */
export function ReleaseNotices({ view }: { readonly view: ReleaseView }) {
  const t = useTranslations('releases');
  const haltText = useHaltText();
  const waitsText = useWaitsText();
  const { state, waves, testing } = view;
  const servers = (waves[state.wave]?.servers ?? [])
    .filter(({ phase }) => phase === 'drained' || phase === 'verified')
    .map(({ name }) => name);
  return (
    <>
      {state.status === 'halted' && state.halt ? (
        <Banner tone="bad" icon={PauseCircle}>
          {haltText(state.halt)} <span className="font-normal">{t(`haltNext.${state.halt.kind}`)}</span>
        </Banner>
      ) : null}
      {state.status === 'running' && state.step === 'hold' ? (
        <Banner tone="warn" icon={Play}>
          {t('holding', { number: String(state.wave + 1), names: servers.join(', ') })}
        </Banner>
      ) : null}
      {state.status === 'running' && state.waitsFor ? (
        <Banner tone="warn" icon={Hourglass}>
          {waitsText(state.waitsFor)}
        </Banner>
      ) : null}
      {testing ? (
        <Banner tone="idle" icon={FlaskConical}>
          {t('testing', { address: testing })}
        </Banner>
      ) : null}
    </>
  );
}
