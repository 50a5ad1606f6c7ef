'use client';

import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly error: string | null;
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** A field for a whole number. */
export function NumberField({ label, note, error, value, onType }: NumberFieldProps) {
  return (
    <Field label={label} note={note} error={error} className="w-36">
      {(control) => (
        <Input
          {...control}
          className="figures text-right"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}
