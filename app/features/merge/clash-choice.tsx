'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Clash, Side } from '../../../domain/definition/clash.ts';
import { cx } from '../../ui/class-names.ts';
import { useFieldName } from '../revisions/difference-row-view.tsx';

interface ClashChoiceProps {
  readonly clash: Clash;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
}

/** One place that both changed: whose value is to stand. */
export function ClashChoice({ clash, chosen, onChoose }: ClashChoiceProps) {
  const t = useTranslations('merge');
  const fieldName = useFieldName();
  const group = useId();
  const place = [clash.destination ?? clash.service ?? clash.name, clash.destination ? clash.service : null]
    .filter(Boolean)
    .join(' · ');
  const field = clash.what === 'setting' ? '' : fieldName(clash.field);
  return (
    <fieldset className="grid grid-cols-2 gap-x-3 gap-y-1 border-t py-2 max-sm:grid-cols-1">
      <legend className="sr-only">{t('choose', { place: `${place} ${field}` })}</legend>
      <p aria-hidden className="col-span-full flex flex-wrap items-baseline gap-x-3">
        <span className="figures">{place}</span>
        {field ? <span>{field}</span> : null}
        <span className="text-ink-3">{t('was', { value: clash.base ?? t('nothing') })}</span>
      </p>
      {(['theirs', 'mine'] as const).map((side) => (
        <label
          key={side}
          className={cx(
            'flex min-w-0 cursor-pointer items-baseline gap-2 rounded-sm border px-2 py-1 pointer-coarse:py-2',
            chosen === side ? 'border-accent bg-accent-wash' : 'border-line-strong hover:bg-hover',
          )}
        >
          <input
            type="radio"
            name={group}
            checked={chosen === side}
            onChange={() => onChoose(side)}
            className="relative top-0.5 accent-(--accent)"
          />
          <span className="shrink-0 text-ink-2">{side === 'mine' ? t('takeMine') : t('takeTheirs')}</span>
          <span className="figures min-w-0 break-words">{clash[side] ?? t('nothing')}</span>
        </label>
      ))}
    </fieldset>
  );
}
