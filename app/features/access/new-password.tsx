'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '../../ui/copy-button.tsx';

interface NewPasswordProps {
  readonly name: string;
  readonly password: string;
}

/** A password that the console made and shows this once. */
export function NewPassword({ name, password }: NewPasswordProps) {
  const t = useTranslations('access');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="label-text font-medium">{t('password', { name })}</p>
      <div className="flex flex-wrap items-center gap-2">
        <output className="figures select-all rounded-sm border bg-sunken px-2 py-1 text-[14px]">{password}</output>
        <CopyButton text={password} />
      </div>
      <p className="text-[12px] text-ink-3 leading-4">{t('passwordOnce')}</p>
    </div>
  );
}
