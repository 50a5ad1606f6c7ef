'use client';

import { ArrowLeft, ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { RevisionRow } from '../../../domain/revision/revision-row.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { ComparedPair } from './compared-pair.ts';
import { DifferenceView, useDifferenceForm } from './difference-view.tsx';
import { RevisionSelect } from './revision-select.tsx';
import { useRevision } from './use-revision.ts';

interface CompareViewProps {
  readonly cluster: string;
  readonly newest: number;
  readonly rows: readonly RevisionRow[];
  readonly pair: ComparedPair;
  readonly onPair: (pair: ComparedPair | null) => void;
}

/** Any two revisions, and what the later says otherwise. */
export function CompareView({ cluster, newest, rows, pair, onPair }: CompareViewProps) {
  const t = useTranslations('revisions');
  const refusalText = useRefusalText();
  const from = useRevision(cluster, pair.from);
  const to = useRevision(cluster, pair.to);
  const [as, setAs] = useDifferenceForm();
  const error = from.error ?? to.error;
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-1.5">
        <Button
          look="bare"
          className="-ml-2"
          icon={<ArrowLeft aria-hidden className="size-3.5" />}
          onClick={() => onPair(null)}
        >
          {t('backToList')}
        </Button>
        <RevisionSelect
          label={t('from')}
          value={pair.from}
          newest={newest}
          rows={rows}
          onChoose={(number) => onPair({ ...pair, from: number })}
        />
        <Button
          aria-label={t('swap')}
          title={t('swap')}
          className="px-1.5"
          icon={<ArrowLeftRight aria-hidden className="size-3.5" />}
          onClick={() => onPair({ from: pair.to, to: pair.from })}
        />
        <RevisionSelect
          label={t('to')}
          value={pair.to}
          newest={newest}
          rows={rows}
          onChoose={(number) => onPair({ ...pair, to: number })}
        />
        <div className="ml-auto">
          <Segments
            label={t('as')}
            value={as}
            onChoose={(next) => void setAs(next)}
            choices={[
              { value: 'fields', label: t('asFields') },
              { value: 'lines', label: t('asLines') },
            ]}
          />
        </div>
      </div>
      <h2 className="sr-only">{t('compareTitle', { from: String(pair.from), to: String(pair.to) })}</h2>
      <RefusalText>{refusalText(error)}</RefusalText>
      {from.data && to.data ? (
        <DifferenceView before={from.data.definition} after={to.data.definition} as={as} same={t('same')} />
      ) : error ? null : (
        <p className="px-4 py-3 text-ink-2">{t('reading')}</p>
      )}
    </>
  );
}
