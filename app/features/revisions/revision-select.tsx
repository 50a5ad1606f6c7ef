'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { RevisionRow } from '../../../domain/revision/revision-row.ts';
import { Select } from '../../ui/controls.tsx';
import { momentText } from '../numbers/moment-text.ts';

interface RevisionSelectProps {
  readonly label: string;
  readonly value: number;
  readonly newest: number;
  /** Those that were read already; any other can still be the value. */
  readonly rows: readonly RevisionRow[];
  readonly onChoose: (number: number) => void;
}

/** One of a cluster's revisions, the empty one before the first included. */
export function RevisionSelect({ label, value, newest, rows, onChoose }: RevisionSelectProps) {
  const t = useTranslations('revisions');
  const id = useId();
  const known = rows.some(({ number }) => number === value) || value === 0;
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className="label-text">
        {label}
      </label>
      <Select
        id={id}
        value={String(value)}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="figures w-60 max-w-[calc(100vw-96px)]"
      >
        {rows.map(({ number, author, at }) => (
          <option key={number} value={String(number)}>
            {[number, ...(number === newest ? [`(${t('now')})`] : []), momentText(at), author].join(' ')}
          </option>
        ))}
        {known ? null : <option value={String(value)}>{value}</option>}
        <option value="0">{t('empty0')}</option>
      </Select>
    </span>
  );
}
