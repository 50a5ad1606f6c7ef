'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';

interface TableSourceProps {
  readonly directors: readonly DirectorHead[];
  readonly onTable: (director: string) => void;
}

/** What a director's kernel has now, Shoal's own services and foreign ones. */
export function TableSource({ directors, onTable }: TableSourceProps) {
  const t = useTranslations('importFile');
  const [chosen, setChosen] = useState(directors[0]?.name ?? '');
  if (directors.length === 0) return <p className="text-ink-2">{t('noDirectors')}</p>;
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onTable(chosen);
      }}
    >
      <Field label={t('director')} className="w-56">
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {directors.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" look="primary">
        {t('readTable')}
      </Button>
    </form>
  );
}
