'use client';

import { Tag } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/class-names.ts';
import { hasLabels, labelsIn, withLabel } from './label-filter.ts';

/** As many as fit a line or two; the others are typed: `label:rack=a`. */
const mostShown = 24;

interface LabelChipsProps {
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

/** The labels of a list: a press shows those that have it. Nothing where there is none. */
export function LabelChips({ counts, filter, onFilter }: LabelChipsProps) {
  const t = useTranslations('cluster');
  const { labels } = labelsIn(filter);
  if (counts.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-1 border-b px-4 py-1.5">
      <legend className="sr-only">{t('labels')}</legend>
      <Tag aria-hidden className="size-3.5 text-ink-3" />
      {counts.slice(0, mostShown).map(({ label, count }) => {
        const on = hasLabels(labels, [label]);
        return (
          <button
            key={label}
            type="button"
            aria-pressed={on}
            onClick={() => onFilter(withLabel(filter, label))}
            className={cx(
              'h-5.5 rounded-sm border px-1.5 text-[12px] pointer-coarse:h-9 pointer-coarse:px-3',
              on ? 'border-accent bg-accent-wash text-ink' : 'border-line text-ink-2 hover:bg-hover',
            )}
          >
            {label} <span className="figures text-ink-3">{count}</span>
          </button>
        );
      })}
      {counts.length > mostShown ? (
        <span className="text-[12px] text-ink-3">{t('moreLabels', { count: String(counts.length - mostShown) })}</span>
      ) : null}
    </fieldset>
  );
}
