'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../../domain/draft/draft.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

interface DiscardDialogProps {
  readonly cluster: string;
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onDiscarded: () => void;
}

/** Asks before a draft is thrown away. */
export function DiscardDialog({ cluster, draft: { id, title }, onClose, onDiscarded }: DiscardDialogProps) {
  const t = useTranslations('drafts');
  const change = useTranslations('change');
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const off = reason.trim() === '' ? change('reasonMissing') : null;
  const discard = async (event: FormEvent) => {
    event.preventDefault();
    if (off || busy) return;
    setBusy(true);
    try {
      await consoleClient().drafts.discard.mutate({ cluster, id, reason: reason.trim() });
      await queries.invalidateQueries({ queryKey: ['drafts', cluster] });
      onDiscarded();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t('discardTitle', { title })}>
      <form onSubmit={(event) => void discard(event)} className="contents">
        <DialogBody className="flex flex-col gap-3">
          <p>{t('discardText')}</p>
          <Field label={change('reason')} note={change('reasonNote')} error={refusalText(error)}>
            {(control) => (
              <Input
                {...control}
                value={reason}
                maxLength={500}
                autoComplete="off"
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="danger" busy={busy} offBecause={off}>
            {t('discardNow')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
