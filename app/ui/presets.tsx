'use client';

import { cx } from './class-names.ts';

interface PresetsProps {
  readonly label: string;
  /** What the field has now. */
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** Values that are often wanted, one press each, under the field that they fill. */
export function Presets({ label, value, choices, onChoose }: PresetsProps) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
          className={cx(
            'disabled:cursor-not-allowed disabled:opacity-60',
            'h-5.5 rounded-sm border px-1.5 text-[12px] pointer-coarse:h-8 pointer-coarse:px-2.5',
            choice.value === value ? 'border-accent bg-accent-wash text-ink' : 'border-line text-ink-2 hover:bg-hover',
          )}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
