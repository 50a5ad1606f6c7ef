'use client';

import dynamic from 'next/dynamic';
import { useQueryState } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionHead } from '../../ui/page-head.tsx';
import type { ChartsSectionProps } from './charts-section.tsx';

const ChartsSection = dynamic(() => import('./charts-section.tsx').then((module) => module.ChartsSection), {
  ssr: false,
});

/** Charts below a page's table: loaded when somebody comes near them, and read from then on. */
export function ChartsInSight({ hasHead = true, ...props }: ChartsSectionProps & { readonly hasHead?: boolean }) {
  const t = useTranslations('history');
  const box = useRef<HTMLElement>(null);
  const [numbers] = useQueryState('numbers');
  // A link to the table of a chart opens it wherever the charts stand.
  const [near, setNear] = useState(numbers !== null);
  useEffect(() => {
    if (near || !box.current) return;
    const watch = new IntersectionObserver((seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)), {
      rootMargin: '400px',
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [near]);
  return (
    <section ref={box} aria-label={t('title')} className="min-h-[640px] scroll-mt-2" id="charts">
      {hasHead ? <SectionHead title={t('title')} /> : null}
      {near ? <ChartsSection {...props} /> : null}
    </section>
  );
}
