'use client';

import { CircleDot } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { Annotation } from '../../../domain/history/history-answer.ts';
import { LongList } from '../../ui/long-list.tsx';
import { actionKey } from '../audit/action-key.ts';
import { Time } from '../numbers/time.tsx';
import { annotationIcons } from './annotation-icons.ts';

interface AnnotationsListProps {
  /** Oldest first. */
  readonly annotations: readonly Annotation[];
  readonly more: boolean;
}

/** What happened in the time of the charts: what, to what, who, why, newest first. */
export function AnnotationsList({ annotations, more }: AnnotationsListProps) {
  const t = useTranslations('history');
  return (
    <section aria-label={t('annotations')} className="border-t">
      <h2 className="flex items-center gap-2 px-4 py-1.5 font-medium">
        {t('annotations')}
        <span className="figures font-normal text-ink-3">{annotations.length}</span>
        {more ? <span className="font-normal text-ink-3">{t('moreAnnotations')}</span> : null}
      </h2>
      {annotations.length === 0 ? <p className="px-4 pb-3 text-ink-3">{t('noAnnotations')}</p> : null}
      <LongList
        label={t('annotations')}
        items={annotations.toReversed()}
        keyOf={({ id }) => id}
        estimate={26}
        render={(annotation) => <AnnotationLine annotation={annotation} />}
      />
    </section>
  );
}

function AnnotationLine({ annotation }: { readonly annotation: Annotation }) {
  const t = useTranslations('history');
  const actions = useTranslations('audit.actions');
  const outcomes = useTranslations('audit.outcomes');
  const { id, at, kind, action, outcome, actor, reason, resource, director } = annotation;
  const Icon = annotationIcons[kind] ?? CircleDot;
  return (
    <Link
      href={`/audit?row=${id}`}
      title={t('entry', { id: String(id) })}
      className="grid grid-cols-[9.5rem_1rem_minmax(0,1fr)] items-baseline gap-x-2 px-4 py-1 hover:bg-hover max-sm:grid-cols-[1rem_minmax(0,1fr)]"
    >
      <Time at={at} className="text-ink-2 max-sm:col-start-2 max-sm:row-start-2" />
      <Icon aria-hidden className="size-3.5 translate-y-0.5 text-ink-2 max-sm:row-start-1" />
      <span className="min-w-0 max-sm:row-start-1">
        <span className="font-medium">{actions(actionKey(action))}</span>
        {outcome === 'done' ? null : <span className="ml-1.5 text-bad">{outcomes(outcome)}</span>}
        {[resource, director === resource ? null : director].map((what) =>
          what ? (
            <span key={what} className="figures ml-1.5 break-all">
              {what}
            </span>
          ) : null,
        )}
        {actor === resource ? null : <span className="ml-1.5 text-ink-2">{actor}</span>}
        {reason ? <span className="ml-1.5 text-ink-2">“{reason}”</span> : null}
      </span>
    </Link>
  );
}
