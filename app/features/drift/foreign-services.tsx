'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SectionHead } from '../../ui/page-head.tsx';

const TakeOverDrawer = dynamic(() => import('./take-over-drawer.tsx').then((module) => module.TakeOverDrawer), {
  ssr: false,
});

/** Services in a director's kernel that aren't Shoal's, and the way to make them so. */
export function ForeignServices({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('drift.foreign');
  const lacks = useLacks('operator');
  const drift = useTranslations('drift');
  const [selected, setSelected] = useState<ReadonlySet<ServiceKeyText>>(new Set());
  const [asked, setAsked] = useState<readonly ServiceKeyText[] | null>(null);
  const foreign = view.services.filter(({ standing }) => standing === 'foreign');
  const chosen = foreign.filter(({ key }) => selected.has(key)).map(({ key }) => key);
  const choose = (key: ServiceKeyText, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(key);
    else next.delete(key);
    setSelected(next);
  };
  return (
    <section aria-label={t('title')}>
      <SectionHead title={t('title')}>
        <span className="figures text-ink-3">{foreign.length}</span>
        {foreign.length > 0 ? (
          <Button
            className="ml-auto"
            offBecause={lacks ?? (chosen.length === 0 ? drift('chooseFirst') : null)}
            onClick={() => setAsked(chosen)}
          >
            {t('takeOverSome', { count: String(chosen.length) })}
          </Button>
        ) : null}
      </SectionHead>
      <p className="px-4 py-2 text-ink-2">{foreign.length === 0 ? t('none') : t('text')}</p>
      <ul>
        {foreign.map(({ key, slug, config, destinations }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-1.5 last:border-b">
            <Checkbox
              hideLabel
              label={drift('select', { target: key })}
              checked={selected.has(key)}
              onChange={(event) => choose(key, event.target.checked)}
            />
            <span className="min-w-0 flex-1 basis-60">
              <Link
                href={`/clusters/${encodeURIComponent(view.director.cluster)}/services/${slug}`}
                className="figures break-words font-medium hover:underline"
              >
                {key}
              </Link>
              <span className="figures mx-2 text-ink-2">{config}</span>
              <span className="whitespace-nowrap text-ink-3">{t('destinations', { count: destinations.length })}</span>
            </span>
            <Button offBecause={lacks} onClick={() => setAsked([key])}>
              {t('takeOver')}
            </Button>
          </li>
        ))}
      </ul>
      {asked ? (
        <TakeOverDrawer
          director={view.director}
          keys={asked}
          others={view.drift.length}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  );
}
