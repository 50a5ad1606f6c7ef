'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorPreview } from '../../../domain/display/preview.ts';
import { Select } from '../../ui/controls.tsx';
import type { Held } from './change-request.ts';

interface FirstDirectorProps {
  readonly directors: readonly DirectorPreview[];
  readonly held: Held<string | null>;
}

/** All directors at once, or one of them first while the others wait for what becomes of it there. */
export function FirstDirector({ directors, held: [first, setFirst] }: FirstDirectorProps) {
  const t = useTranslations('firstDirector');
  const group = useId();
  const [head] = directors;
  if (!head || directors.length < 2) return null;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="label-text mb-1 font-medium">{t('order')}</legend>
      <label className="flex items-center gap-2 pointer-coarse:min-h-9">
        <input
          type="radio"
          name={group}
          checked={first === null}
          onChange={() => setFirst(null)}
          className="accent-(--accent)"
        />
        {t('allAtOnce')}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2 pointer-coarse:min-h-9">
          <input
            type="radio"
            name={group}
            checked={first !== null}
            onChange={() => setFirst(head.director)}
            className="accent-(--accent)"
          />
          {t('oneFirst')}
        </label>
        <Select
          aria-label={t('which')}
          className="max-w-56"
          value={first ?? head.director}
          onChange={(event) => setFirst(event.target.value)}
        >
          {directors.map(({ director }) => (
            <option key={director} value={director}>
              {director}
            </option>
          ))}
        </Select>
        <span>{t('thenRest')}</span>
      </div>
      {first === null ? null : <p className="text-[12px] text-ink-3 leading-4">{t('firstNote', { first })}</p>}
    </fieldset>
  );
}
