'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView } from '../../../domain/display/views.ts';
import { Button } from '../../ui/button.tsx';
import { FindingsList } from '../findings/findings-list.tsx';

/** As many as leave the tables in sight. */
const atFirst = 3;

/** What is wrong in the cluster, the worst first; all of it on request. */
export function ClusterFindings({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('cluster');
  const [all, setAll] = useState(false);
  if (view.findings.length === 0) return null;
  const more = view.findings.length > atFirst;
  return (
    <div className="border-t">
      <FindingsList
        findings={all ? view.findings : view.findings.slice(0, atFirst)}
        cluster={view.name}
        directors={view.directors}
      />
      {more ? (
        <div className="border-b px-2 py-1">
          <Button look="bare" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('worstFindings') : t('allFindings', { count: String(view.findings.length) })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
