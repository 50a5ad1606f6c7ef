'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../../domain/draft/draft.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

const DraftDrawer = dynamic(() => import('./draft-drawer.tsx').then((module) => module.DraftDrawer), { ssr: false });
const DiscardDialog = dynamic(() => import('./discard-dialog.tsx').then((module) => module.DiscardDialog), {
  ssr: false,
});

interface DraftActionsProps {
  readonly cluster: string;
  readonly draft: Draft;
  readonly gone: boolean;
  readonly onMoved: () => void;
}

/** What can be done with a draft: looked at and applied, or thrown away. */
export function DraftActions({ cluster, draft, gone, onMoved }: DraftActionsProps) {
  const t = useTranslations('drafts');
  const router = useRouter();
  const lacks = useLacks('operator');
  const [drawer, setDrawer] = useQueryState('drawer', parseAsStringLiteral(['apply', 'discard'] as const));
  const [applied, setApplied] = useState(false);
  const off = lacks ?? (gone || applied ? t('gone') : null);
  const away = () => router.push(`/clusters/${encodeURIComponent(cluster)}`);
  return (
    <>
      <Button offBecause={off} onClick={() => void setDrawer('discard')}>
        {t('discard')}
      </Button>
      <Button look="primary" offBecause={off} onClick={() => void setDrawer('apply')}>
        {t('preview')}
      </Button>
      {drawer === 'apply' && !lacks && (!gone || applied) ? (
        <DraftDrawer
          cluster={cluster}
          draft={draft}
          onMoved={onMoved}
          onApplied={() => setApplied(true)}
          // Going elsewhere closes it too; both at once would write the old address over the new one.
          onClose={() => (applied ? away() : void setDrawer(null))}
        />
      ) : null}
      {drawer === 'discard' && !off ? (
        <DiscardDialog cluster={cluster} draft={draft} onClose={() => void setDrawer(null)} onDiscarded={away} />
      ) : null}
    </>
  );
}
