'use client';

import { CircleCheck, CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { useKnownCount } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { FindingRow } from './finding-row.tsx';

interface FindingsListProps {
  readonly findings: readonly (Finding & { readonly cluster?: string })[];
  /** The cluster of findings that don't say it themselves. */
  readonly cluster?: string;
  /** The directors that findings may be about: without a report of one, no finding is no good news. */
  readonly directors: readonly DirectorHead[];
  /** On a virtual service's own page its name needn't stand in each finding. */
  readonly onServicePage?: boolean;
}

/** What is wrong, worst first, or that nothing is. */
export function FindingsList({ findings, cluster, directors, onServicePage = false }: FindingsListProps) {
  const t = useTranslations('findings');
  const reported = directors.some((director) => director.receivedAt !== null);
  const known = useKnownCount(directors.map((director) => director.receivedAt)) > 0;
  const simulated = new Set(directors.filter((director) => director.simulated).map((director) => director.name));
  return (
    <section aria-label={t('title')} className="border-b">
      {findings.length === 0 ? (
        <p className="px-4 py-2">
          <StateWord tone={known ? 'ok' : 'idle'} icon={known ? CircleCheck : CircleHelp}>
            {known ? t('none') : reported ? t('noneNow') : t('noneYet')}
          </StateWord>
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <FindingRow
              key={finding.id}
              finding={finding}
              cluster={finding.cluster ?? cluster ?? ''}
              simulated={simulated.has(finding.director)}
              onServicePage={onServicePage}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
