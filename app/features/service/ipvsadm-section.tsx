'use client';

import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { Terminal } from '../../ui/terminal.tsx';
import { DirectorName } from '../numbers/director-name.tsx';
import { ipvsadmListingOf } from './ipvsadm-listing-of.ts';

interface IpvsadmSectionProps {
  readonly view: ServiceView;
  readonly shown: ServiceOnDirector;
}

/** The same numbers as `ipvsadm -Ln` prints them on the director, to compare and to paste. */
export function IpvsadmSection({ view, shown }: IpvsadmSectionProps) {
  const t = useTranslations('service');
  const words = useTranslations('words');
  const old = useContext(FreshnessContext) === 'unknown';
  const text = ipvsadmListingOf(view, shown);
  return (
    <>
      <SectionHead title={<span className="figures">{t('ipvsadm')}</span>}>
        <span className="text-ink-2">
          <DirectorName name={shown.director.name} simulated={shown.director.simulated} />
        </span>
        {old ? null : (
          <span className="ml-auto">
            <CopyButton text={text} />
          </span>
        )}
      </SectionHead>
      <div className="p-4">
        {old ? <p className="text-ink-2">{words('oldValue')}</p> : <Terminal label={t('ipvsadm')}>{text}</Terminal>}
      </div>
    </>
  );
}
