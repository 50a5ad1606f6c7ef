'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import { formatCount } from '../../lib/formats.ts';
import { tellingSysctls } from './telling-sysctls.ts';

/** What a director is and how its IPVS is set: what explains why connections behave as they do. */
export function DirectorFactsList({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('director');
  const words = useTranslations('words');
  const { facts, director } = view;
  const { held, wanted } = director.generation;
  const sysctls = tellingSysctls(facts?.sysctls ?? {});
  return (
    <section aria-label={t('facts')} className="border-b px-4 py-2.5">
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(260px,1fr))] gap-x-8 max-sm:grid-cols-2 max-sm:gap-x-4 gap-y-2">
        <Fact name={t('held')}>
          {held} / {wanted}
        </Fact>
        <Fact name={t('agent')}>{view.agentVersion ?? <Unknown text={words('unknownValue')} />}</Fact>
        {facts ? (
          <>
            <Fact name={t('kernel')}>{facts.kernel}</Fact>
            <Fact name={t('ipvs')}>
              {facts.ipvs} · {t('tableSize')} {formatCount(facts.connectionTableSize)}
            </Fact>
            <Fact name={t('timeouts')}>
              {facts.timeouts.tcp} / {facts.timeouts.tcpfin} / {facts.timeouts.udp} s
            </Fact>
            <Fact name={t('daemons')}>
              {facts.daemons.length === 0
                ? t('noDaemons')
                : facts.daemons
                    .map(({ state, interface: link, syncId }) => `${state} ${link} syncid ${syncId}`)
                    .join(', ')}
            </Fact>
            <Fact name={t('vips')}>{facts.addresses.length === 0 ? t('noDaemons') : facts.addresses.join(' ')}</Fact>
            <Fact name={t('sysctls')}>
              {sysctls.length === 0 ? <Unknown text={words('unknownValue')} /> : null}
              {sysctls.map(({ name, value }) => (
                <span key={name} className="block">
                  {name} = {value}
                </span>
              ))}
            </Fact>
          </>
        ) : (
          <Fact name={t('facts')}>
            <Unknown text={words('unknownValue')} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="label-text">{name}</dt>
      <dd className="figures break-words">{children}</dd>
    </div>
  );
}

function Unknown({ text }: { readonly text: string }) {
  return (
    <span className="text-ink-3" title={text}>
      <span aria-hidden>–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
