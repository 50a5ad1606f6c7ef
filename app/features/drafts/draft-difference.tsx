'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { Draft } from '../../../domain/draft/draft.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Segments } from '../../ui/segments.tsx';
import { DifferenceView, useDifferenceForm } from '../revisions/difference-view.tsx';
import { useRevision } from '../revisions/use-revision.ts';

interface DraftDifferenceProps {
  readonly cluster: string;
  readonly draft: Draft;
  readonly newest: number;
}

/** What a draft says otherwise than its base; or than the newest revision, where that is another one. */
export function DraftDifference({ cluster, draft, newest }: DraftDifferenceProps) {
  const t = useTranslations('drafts');
  const revisions = useTranslations('revisions');
  const refusalText = useRefusalText();
  const [against, setAgainst] = useQueryState(
    'against',
    parseAsStringLiteral(['base', 'newest'] as const).withDefault('base'),
  );
  const [as, setAs] = useDifferenceForm();
  const behind = newest > draft.base;
  const other = useRevision(cluster, newest);
  const before: Definition | undefined = behind && against === 'newest' ? other.data?.definition : draft.baseDefinition;
  return (
    <>
      <h2 className="sr-only">{t('changes')}</h2>
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-1.5">
        {behind ? (
          <Segments
            label={t('compared')}
            value={against}
            onChoose={(next) => void setAgainst(next)}
            choices={[
              { value: 'base', label: t('withBase', { base: String(draft.base) }) },
              { value: 'newest', label: t('withNewest', { newest: String(newest) }) },
            ]}
          />
        ) : (
          <span className="label-text">
            {t('compared')} {t('withNewest', { newest: String(newest) })}
          </span>
        )}
        <div className="ml-auto">
          <Segments
            label={revisions('as')}
            value={as}
            onChoose={(next) => void setAs(next)}
            choices={[
              { value: 'fields', label: revisions('asFields') },
              { value: 'lines', label: revisions('asLines') },
            ]}
          />
        </div>
      </div>
      <RefusalText>{refusalText(other.error)}</RefusalText>
      {before ? <DifferenceView before={before} after={draft.definition} as={as} same={t('noChanges')} /> : null}
    </>
  );
}
