'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';

/** The secret that a webhook's deliveries are signed with, shown this once. */
export function StreamSecret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = useTranslations('streams');
  const shell = useTranslations('shell');
  return (
    <Dialog open onClose={onClose} title={t('added')} closesOutside={false}>
      <DialogBody className="flex flex-col gap-2">
        <p>{t('secret')}</p>
        <div className="flex flex-wrap items-center gap-2">
          <output className="figures select-all break-all rounded-sm border bg-sunken px-2 py-1">{secret}</output>
          <CopyButton text={secret} />
        </div>
        <p className="text-ink-2">{t('secretOnce')}</p>
      </DialogBody>
      <DialogFoot>
        <Button look="primary" onClick={onClose}>
          {shell('close')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
