'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '../../ui/copy-button.tsx';

/** A token that the console made and shows this once, with how the command line takes it. */
export function NewToken({ name, token }: { readonly name: string; readonly token: string }) {
  const t = useTranslations('access');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="label-text font-medium">{t('tokens.made', { name })}</p>
      <div className="flex flex-wrap items-center gap-2">
        <output className="figures select-all break-all rounded-sm border bg-sunken px-2 py-1">{token}</output>
        <CopyButton text={token} />
      </div>
      <p className="text-[12px] text-ink-3 leading-4">{t('tokens.once')}</p>
    </div>
  );
}
