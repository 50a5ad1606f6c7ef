'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { DefinitionField, DifferenceRow, FieldChange } from '../../../domain/definition/difference-row.ts';
import { isTimeout } from '../../../domain/definition/flat-settings.ts';
import { cx } from '../../ui/class-names.ts';
import { ChangeMark } from './change-mark.tsx';

/** One place that differs: what it is, and each of its fields before and after. */
export function DifferenceRowView({ row, inside }: { readonly row: DifferenceRow; readonly inside: boolean }) {
  const whole = row.kind === 'added' ? row.after : row.before;
  return (
    <div
      className={cx(
        'grid grid-cols-[1.25rem_minmax(0,1fr)] items-baseline gap-x-1.5 py-1 pr-4',
        inside ? 'pl-9 max-sm:pl-7' : 'border-t pl-4',
      )}
    >
      <ChangeMark kind={row.kind} />
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <PlaceName row={row} />
        {row.kind === 'changed' ? (
          row.fields.map((change) => (
            <FieldDifference key={change.field} change={change} setting={row.what === 'setting'} />
          ))
        ) : (
          <code className={cx('figures min-w-0 break-words', row.kind === 'added' ? 'text-ink-2' : 'text-ink-3')}>
            {whole}
          </code>
        )}
      </div>
    </div>
  );
}

/** What the row is about, by its key and by its name. */
function PlaceName({ row }: { readonly row: DifferenceRow }) {
  const fieldName = useFieldName();
  const key = row.what === 'service' ? row.service : row.what === 'destination' ? row.destination : null;
  if (row.what === 'setting' && (isTimeout(row.name) || row.name === 'drift'))
    return (
      <span className="min-w-44 max-sm:min-w-0">
        {fieldName(isTimeout(row.name) ? `${row.name}-timeout` : 'drift')}
      </span>
    );
  return (
    <span className="inline-flex min-w-44 flex-wrap items-baseline gap-x-2 max-sm:min-w-0">
      {key ? <span className="figures">{key}</span> : null}
      {row.name === key ? null : <span className={key ? 'text-ink-2' : 'figures'}>{row.name}</span>}
    </span>
  );
}

interface FieldDifferenceProps {
  readonly change: FieldChange;
  /** Of a setting, whose name stands beside it already. */
  readonly setting: boolean;
}

function FieldDifference({ change: { field, before, after }, setting }: FieldDifferenceProps) {
  const fieldName = useFieldName();
  const name = fieldName(field);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {setting ? null : <span className="text-ink-2">{name}</span>}
      <del className="figures text-ink-3 no-underline">{before || '–'}</del>
      <ArrowRight aria-label="→" className="size-3 self-center text-ink-3" />
      <ins className="figures font-medium text-ink no-underline">{after || '–'}</ins>
    </span>
  );
}

/** The word for a field of a definition. */
export function useFieldName(): (field: DefinitionField | 'whole') => string {
  const change = useTranslations('change.fields');
  const own = useTranslations('revisions.fields');
  return (field) => {
    switch (field) {
      case 'name':
      case 'addresses':
      case 'labels':
      case 'check':
      case 'drift':
      case 'guard':
      case 'whole':
        return own(field);
      default:
        return change(field);
    }
  };
}
