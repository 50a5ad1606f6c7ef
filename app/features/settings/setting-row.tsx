'use client';

import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldControl } from '../../ui/field.tsx';

interface SettingRowProps {
  readonly label: ReactNode;
  readonly text: string;
  /** What a kernel begins with, as it is printed. */
  readonly initial?: string | undefined;
  readonly error: string | null;
  /** Not the value that is defined. */
  readonly changed: boolean;
  readonly children: (control: FieldControl) => ReactNode;
  readonly kernel?: ReactNode;
}

/** One setting: what it is, what is defined, and what the kernels have now. */
export function SettingRow({ label, text, initial, error, changed, children, kernel }: SettingRowProps) {
  const t = useTranslations('settings');
  const id = useId();
  const describedBy = [error ? `${id}-error` : null, `${id}-text`].filter(Boolean).join(' ');
  return (
    <li className="grid grid-cols-[minmax(0,46rem)_17rem_minmax(0,1fr)] gap-x-6 gap-y-2 border-b px-4 py-2.5 max-lg:grid-cols-2 max-sm:grid-cols-1">
      <div className="min-w-0 max-lg:col-span-full">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-text`} className="max-w-[72ch] text-[12.5px] text-ink-2 leading-4.5">
          {text}
          {initial === undefined ? null : (
            <>
              {' '}
              <span className="whitespace-nowrap text-ink-3">{t('initial', { value: initial })}</span>
            </>
          )}
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <span className="label-text lg:sr-only">{t('defined')}</span>
        <div className={changed ? 'shadow-[-6px_0_0_-3.5px_var(--accent)]' : undefined}>
          {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy })}
        </div>
        {error ? (
          <p id={`${id}-error`} role="alert" className="text-[12px] text-bad leading-4">
            {error}
          </p>
        ) : null}
      </div>
      {kernel === undefined ? null : (
        <div className="flex min-w-0 flex-col gap-1">
          <span className="label-text lg:sr-only">{t('kernelNow')}</span>
          {kernel}
        </div>
      )}
    </li>
  );
}
