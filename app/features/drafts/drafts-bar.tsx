'use client';

import { useQueryClient } from '@tanstack/react-query';
import { FilePen } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DraftHead } from '../../../domain/draft/draft.ts';
import { Button } from '../../ui/button.tsx';
import { draftHref } from './draft-href.ts';
import { useDrafts } from './use-drafts.ts';

/** As many as leave the tables in sight. */
const atFirst = 2;

interface DraftsBarProps {
  readonly cluster: string;
  /** The newest revision: applying a draft makes one, and ends the draft. */
  readonly revision: number;
}

/** What is written and not applied yet; nothing where there is no draft. */
export function DraftsBar({ cluster, revision }: DraftsBarProps) {
  const t = useTranslations('drafts');
  const queries = useQueryClient();
  const { data: drafts = [] } = useDrafts(cluster);
  const [all, setAll] = useState(false);
  useEffect(() => {
    if (revision > 0) void queries.invalidateQueries({ queryKey: ['drafts', cluster] });
  }, [queries, cluster, revision]);
  if (drafts.length === 0) return null;
  return (
    <section
      aria-label={t('bar', { count: drafts.length })}
      className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t px-4 py-1.5"
    >
      <span className="inline-flex items-baseline gap-1.5 font-medium">
        <FilePen aria-hidden className="size-3.5 self-center text-ink-2" />
        {t('bar', { count: drafts.length })}
      </span>
      <ul className="flex min-w-0 flex-1 flex-col gap-0.5">
        {(all ? drafts : drafts.slice(0, atFirst)).map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-baseline gap-x-3">
            <DraftLine draft={draft} revision={revision} cluster={cluster} />
          </li>
        ))}
      </ul>
      {drafts.length > atFirst ? (
        <Button look="bare" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('barFewer') : t('barAll', { count: String(drafts.length) })}
        </Button>
      ) : null}
    </section>
  );
}

interface DraftLineProps {
  readonly draft: DraftHead;
  readonly cluster: string;
  readonly revision: number;
}

function DraftLine({ draft, cluster, revision }: DraftLineProps) {
  const t = useTranslations('drafts');
  const { id, title, author, base } = draft;
  return (
    <>
      <span className="min-w-0 break-words text-ink-2">{t('barOne', { title, author, base: String(base) })}</span>
      {base < revision ? <span className="text-warn">{t('behind', { count: revision - base })}</span> : null}
      <Link
        href={draftHref(cluster, id)}
        aria-label={t('barOpenOf', { title })}
        className="text-accent hover:underline"
      >
        {t('barOpen')}
      </Link>
    </>
  );
}
