'use client';

import { useTranslations } from 'use-intl';
import { cx } from '../../ui/class-names.ts';
import type { DrawnRow } from './destination-lines.ts';

interface LinesLegendProps {
  readonly drawn: readonly DrawnRow[];
  /** Shows one alone, or all again; by the id of its row. */
  readonly onAlone: (row: DrawnRow | null) => void;
  readonly isAlone: boolean;
}

/** Which colour is which destination, once for all charts. A press shows one alone. */
export function LinesLegend({ drawn, onAlone, isAlone }: LinesLegendProps) {
  const t = useTranslations('history');
  return (
    <ul className="flex flex-wrap gap-x-1 px-2 py-1" aria-label={t('destinations')}>
      {drawn.map((row) => {
        const swatch = <span aria-hidden className="size-2.5 rounded-[2px]" style={{ background: row.colour }} />;
        const look = 'inline-flex h-6 items-center gap-1.5 rounded-sm px-2 pointer-coarse:h-9';
        return (
          <li key={row.id}>
            {row.row ? (
              <button
                type="button"
                title={isAlone ? t('together') : t('alone', { name: row.label })}
                aria-pressed={isAlone}
                onClick={() => onAlone(isAlone ? null : row)}
                className={cx(look, 'hover:bg-hover')}
              >
                {swatch}
                <span className="figures">{row.label}</span>
              </button>
            ) : (
              <span className={cx(look, 'text-ink-2')}>
                {swatch}
                {row.label}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
