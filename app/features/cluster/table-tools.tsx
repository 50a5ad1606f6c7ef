'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FilterBox } from '../../ui/filter-box.tsx';

interface TableToolsProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** How many rows match, of how many. */
  readonly shown: number;
  readonly all: number;
  readonly children?: ReactNode;
}

/** The line above a table: what narrows it, and what adds to it. */
export function TableTools({ filter, onFilter, shown, all, children }: TableToolsProps) {
  const t = useTranslations('shell');
  const cluster = useTranslations('cluster');
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
      <FilterBox label={t('filter')} clearLabel={t('clearFilter')} value={filter} onChange={onFilter} />
      {filter ? (
        <output className="label-text">{cluster('matching', { shown: String(shown), all: String(all) })}</output>
      ) : null}
      <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
