'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '../../ui/copy-button.tsx';
import { MessageDialog } from '../../ui/message-dialog.tsx';

/** The secret that a webhook's deliveries are signed with, shown this once. */
export function StreamSecret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = useTranslations('streams');
  return (
    <MessageDialog title={t('added')} onClose={onClose}>
      <p>{t('secret')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <output className="figures select-all break-all rounded-sm border bg-sunken px-2 py-1">{secret}</output>
        <CopyButton text={secret} />
      </div>
      <p className="text-ink-2">{t('secretOnce')}</p>
    </MessageDialog>
  );
}
