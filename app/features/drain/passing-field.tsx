'use client';

import { useTranslations } from 'use-intl';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';

const often = [1, 2, 3, 5, 10];

interface PassingFieldProps {
  /** Null for none. */
  readonly needed: number | null;
  readonly onChange: (needed: number | null) => void;
}

/** How many fresh checks in a row must pass before what is checked returns. */
export function PassingField({ needed, onChange }: PassingFieldProps) {
  const t = useTranslations('drain.passing');
  return (
    <Field label={t('label')} note={t('note')}>
      {(control) => (
        <Select
          {...control}
          className="max-w-40"
          value={needed ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">{t('none')}</option>
          {often.map((count) => (
            <option key={count} value={count}>
              {t('count', { count })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
