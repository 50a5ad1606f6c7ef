'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { Button } from '../../ui/button.tsx';
import { FindingsList } from './findings-list.tsx';

interface WorstFindingsProps {
  readonly findings: readonly (Finding & { readonly cluster?: string })[];
  readonly cluster?: string;
  readonly directors: readonly DirectorHead[];
  /** As many as leave what comes below in sight. */
  readonly atFirst: number;
}

/** What is wrong, the worst first; all of it on request. */
export function WorstFindings({ findings, cluster, directors, atFirst }: WorstFindingsProps) {
  const t = useTranslations('findings');
  const [all, setAll] = useState(false);
  return (
    <>
      <FindingsList
        findings={all ? findings : findings.slice(0, atFirst)}
        {...(cluster === undefined ? {} : { cluster })}
        directors={directors}
      />
      {findings.length > atFirst ? (
        <div className="border-b px-2 py-1">
          <Button look="bare" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('worst') : t('all', { count: String(findings.length) })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
