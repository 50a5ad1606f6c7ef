'use client';

import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';

interface SettingsGroupProps {
  readonly title: string;
  /** Whether kernels are shown beside what is defined. */
  readonly kernels?: boolean;
  readonly children: ReactNode;
}

/** Settings that people want for the same end, under one heading. */
export function SettingsGroup({ title, kernels = true, children }: SettingsGroupProps) {
  const t = useTranslations('settings');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="grid grid-cols-[minmax(0,46rem)_17rem_minmax(0,1fr)] items-end gap-x-6 border-b bg-sunken px-4 py-1.5 max-lg:grid-cols-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <span aria-hidden className="label-text max-lg:hidden">
          {t('defined')}
        </span>
        {kernels ? (
          <span aria-hidden className="label-text max-lg:hidden">
            {t('kernelNow')}
          </span>
        ) : null}
      </div>
      <ul>{children}</ul>
    </section>
  );
}
