'use client';

import { CircleCheck, CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import { StateWord } from '../../ui/state-word.tsx';
import { FindingRow } from './finding-row.tsx';

interface FindingsListProps {
  readonly findings: readonly (Finding & { readonly cluster?: string })[];
  /** The cluster of findings that don't say it themselves. */
  readonly cluster?: string;
  /** Whether any director has reported: without one, no finding is no good news. */
  readonly known: boolean;
  /** On a virtual service's own page its name needn't stand in each finding. */
  readonly onServicePage?: boolean;
}

/** What is wrong, worst first, or that nothing is. */
export function FindingsList({ findings, cluster, known, onServicePage = false }: FindingsListProps) {
  const t = useTranslations('findings');
  return (
    <section aria-label={t('title')} className="border-b">
      {findings.length === 0 ? (
        <p className="px-4 py-2">
          <StateWord tone={known ? 'ok' : 'idle'} icon={known ? CircleCheck : CircleHelp}>
            {known ? t('none') : t('noneYet')}
          </StateWord>
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <FindingRow
              key={finding.id}
              finding={finding}
              cluster={finding.cluster ?? cluster ?? ''}
              onServicePage={onServicePage}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
