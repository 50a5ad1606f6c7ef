'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditStream } from '../../../domain/audit/audit-stream.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { ReasonDialog } from '../reason/reason-dialog.tsx';
import { useRereadStreams } from './use-streams.ts';

/** What can be done about a stream: pause it, let it go on, remove it. */
export function StreamMenu({ stream: { name, paused } }: { readonly stream: AuditStream }) {
  const t = useTranslations('streams');
  const reread = useRereadStreams();
  const [open, setOpen] = useState<'pause' | 'remove' | null>(null);
  const act = paused ? 'resume' : 'pause';
  const pause = (reason: string) => consoleClient().streams.pause.mutate({ name, paused: !paused, reason });
  const remove = (reason: string) => consoleClient().streams.remove.mutate({ name, reason });
  return (
    <>
      <Menu
        trigger={
          <Button
            look="bare"
            className="h-6! px-1.5"
            aria-label={t('moreFor', { name })}
            icon={<Ellipsis aria-hidden className="size-4" />}
          />
        }
      >
        <MenuItem onSelect={() => setOpen('pause')}>{t(act)}</MenuItem>
        <MenuItem danger onSelect={() => setOpen('remove')}>
          {t('remove')}
        </MenuItem>
      </Menu>
      {open ? (
        <ReasonDialog
          title={open === 'pause' ? t(`${act}Title`, { name }) : t('removeTitle', { name })}
          text={open === 'pause' ? t(`${act}Text`) : t('removeText')}
          act={open === 'pause' ? t(act) : t('remove')}
          danger={open === 'remove'}
          onClose={() => setOpen(null)}
          run={async (reason) => {
            await (open === 'pause' ? pause(reason) : remove(reason));
            await reread();
          }}
        />
      ) : null}
    </>
  );
}
