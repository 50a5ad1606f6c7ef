'use client';

import { CircleOff, GitCompareArrows } from 'lucide-react';
import dynamic from 'next/dynamic';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../../domain/draft/draft.ts';
import { Banner } from '../../ui/banner.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Trail } from '../../ui/trail.tsx';
import { DraftActions } from './draft-actions.tsx';
import { DraftDifference } from './draft-difference.tsx';
import { DraftFacts } from './draft-facts.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { useDraft } from './use-draft.ts';

// In the browser alone: its storage keeps what was typed.
const DraftText = dynamic(() => import('./draft-text.tsx').then((module) => module.DraftText), { ssr: false });

interface DraftPageProps {
  readonly cluster: string;
  readonly first: Draft;
  /** The newest revision of the cluster at the first paint. */
  readonly newest: number;
}

/** A definition that is written and not applied: what it changes, what its import left out, and itself as text. */
export function DraftPage({ cluster, first, newest: firstNewest }: DraftPageProps) {
  const t = useTranslations('drafts');
  const shell = useTranslations('shell');
  const { draft, newest, gone, refresh } = useDraft(cluster, first, firstNewest);
  const [tab, setTab] = useQueryState(
    'tab',
    parseAsStringLiteral(['changes', 'notes', 'text'] as const).withDefault('changes'),
  );
  return (
    <>
      {gone ? (
        <Banner tone="idle" icon={CircleOff}>
          {t('gone')}
        </Banner>
      ) : null}
      <PageHead
        trail={
          <Trail
            label={shell('breadcrumbs')}
            steps={[
              { href: '/', name: shell('overview') },
              { href: `/clusters/${encodeURIComponent(cluster)}`, name: cluster },
            ]}
          />
        }
        title={draft.title}
        facts={<DraftFacts draft={draft} />}
        actions={<DraftActions cluster={cluster} draft={draft} gone={gone} onMoved={refresh} />}
      />
      {newest > draft.base && !gone ? (
        <Banner tone="warn" icon={GitCompareArrows}>
          {t('moved', { count: newest - draft.base, newest: String(newest) })}
        </Banner>
      ) : null}
      <Tabs
        label={t('parts')}
        value={tab}
        onChange={(next) => void setTab(next)}
        tabs={[
          {
            name: 'changes',
            label: t('changes'),
            content: <DraftDifference cluster={cluster} draft={draft} newest={newest} />,
          },
          ...(draft.notes.length > 0 || tab === 'notes'
            ? [
                {
                  name: 'notes' as const,
                  label: t('notes'),
                  count: draft.notes.length,
                  content: <DraftNotes notes={draft.notes} />,
                },
              ]
            : []),
          { name: 'text', label: t('text'), content: <DraftText cluster={cluster} draft={draft} onSaved={refresh} /> },
        ]}
      />
    </>
  );
}
