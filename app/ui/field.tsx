'use client';

import { type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';

export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly error?: string | null | undefined;
  readonly className?: string;
  /** Gives the control, tied to the label, the note and the error. */
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, what is wrong with it, and a word of help. */
export function Field({ label, note, error, className, children }: FieldProps) {
  const id = useId();
  const describedBy = [error ? `${id}-error` : null, note ? `${id}-note` : null].filter(Boolean).join(' ');
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="label-text font-medium">
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-[12px] text-bad leading-4">
          {error}
        </p>
      ) : null}
      {note ? (
        <p id={`${id}-note`} className="text-[12px] text-ink-3 leading-4">
          {note}
        </p>
      ) : null}
    </div>
  );
}
