'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { type DrainLine, phaseCounts } from './drain-line.ts';
import { DrainLineRow } from './drain-line-row.tsx';
import { PhaseWord } from './phase-word.tsx';

/** As many as leave the rest of the page in sight. */
const most = { wide: 4, narrow: 2 };

interface DrainsNowProps {
  readonly cluster: string;
  /** In an order that stays as it is while they drain. */
  readonly lines: readonly DrainLine[];
}

/** What is out, or on its way out or back; nothing where nothing is. */
export function DrainsNow({ cluster, lines }: DrainsNowProps) {
  const t = useTranslations('drain.now');
  const [all, setAll] = useState(false);
  const atFirst = useNarrow() ? most.narrow : most.wide;
  if (lines.length === 0) return null;
  return (
    <section aria-label={t('title')} className="border-t">
      <SectionHead title={t('title')}>
        <span className="figures text-ink-3">{lines.length}</span>
        <span className="flex flex-wrap gap-x-4">
          {phaseCounts(lines).map(({ phase, count }) => (
            <PhaseWord key={phase} phase={phase} count={count} />
          ))}
        </span>
      </SectionHead>
      <ul className="border-b">
        {(all ? lines : lines.slice(0, atFirst)).map((line) => (
          <DrainLineRow key={line.key} cluster={cluster} line={line} />
        ))}
      </ul>
      {lines.length > atFirst ? (
        <div className="border-b px-2 py-1">
          <Button look="bare" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('fewer') : t('all', { count: String(lines.length) })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
