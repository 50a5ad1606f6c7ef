'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { StatedSysctl } from '../../../domain/display/drain-preview.ts';
import { type DrainMode, drainModes } from '../../../domain/overlay/overlay.ts';
import type { DrainFigures } from './drain-figures.ts';
import { QuiescentNote } from './quiescent-note.tsx';
import { useModeSentence } from './use-mode-sentence.ts';

interface ModeChoiceProps {
  readonly mode: DrainMode;
  /** Null until the first preview. */
  readonly figures: DrainFigures | null;
  readonly states: StatedSysctl | null;
  readonly onChoose: (mode: DrainMode) => void;
}

/** The three honest ways to drain, each with what it means for the clients of now. */
export function ModeChoice({ mode, figures, states, onChoose }: ModeChoiceProps) {
  const t = useTranslations('drain');
  const says = useModeSentence(figures);
  const name = useId();
  return (
    <fieldset>
      <legend className="label-text mb-1 font-medium">{t('how')}</legend>
      <div className="divide-y rounded-md border">
        {drainModes.map((one) => (
          <label
            key={one}
            className="flex cursor-pointer gap-2.5 px-3 py-2 first:rounded-t-md last:rounded-b-md hover:bg-hover has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={mode === one}
              onChange={() => onChoose(one)}
              className="mt-0.5 size-3.5 shrink-0 accent-accent pointer-coarse:size-5"
            />
            <span className="min-w-0">
              <span className="block font-medium">{t(`modes.${one}`)}</span>
              <span className="block text-ink-2">{says(one)}</span>
              {one === 'elsewhere' && mode === 'elsewhere' && figures && figures.persistence !== null ? (
                <QuiescentNote figures={figures} states={states} />
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {figures && figures.udp !== null && mode !== 'cut' ? (
        <p className="mt-1 text-[12px] text-ink-2 leading-4">
          {figures.onePacket ? t('says.onePacket') : t('says.udp', { timeout: String(figures.udp) })}
        </p>
      ) : null}
    </fieldset>
  );
}
