'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { DifferenceCommands } from './difference-commands.tsx';
import { DifferenceCounts } from './difference-counts.tsx';
import { DifferenceList } from './difference-list.tsx';

const forms = ['fields', 'lines'] as const;

/** Whether a difference is read by fields or by commands, kept in the URL. */
export const useDifferenceForm = () => useQueryState('as', parseAsStringLiteral(forms).withDefault('fields'));

interface DifferenceViewProps {
  readonly before: Definition;
  readonly after: Definition;
  readonly as: (typeof forms)[number];
  /** What stands there when nothing differs. */
  readonly same: string;
}

/** What one definition says otherwise than another: how much, then by fields or by commands. */
export function DifferenceView({ before, after, as, same }: DifferenceViewProps) {
  const t = useTranslations('revisions');
  return (
    <>
      <DifferenceCounts before={before} after={after} />
      {as === 'fields' ? (
        <DifferenceList before={before} after={after} label={t('difference')} same={same} />
      ) : (
        <DifferenceCommands before={before} after={after} />
      )}
    </>
  );
}
