'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { ReasonField } from '../reason/reason-field.tsx';

interface RemoveDirectorDialogProps {
  readonly director: DirectorHead;
  readonly onClose: () => void;
}

/** Lets go of a director for good: says what that means, and wants a reason and the name typed. */
export function RemoveDirectorDialog({ director, onClose }: RemoveDirectorDialogProps) {
  const t = useTranslations('director');
  const change = useTranslations('change');
  const router = useRouter();
  const refusalText = useRefusalText();
  const { name, cluster } = director;
  const [reason, setReason] = useState('');
  const [confirm, setConfirm] = useState('');
  const remove = useMutation({
    mutationFn: () => consoleClient().directors.remove.mutate({ director: name, reason, confirm }),
    onSuccess: () => {
      toast.success(t('removed', { name }));
      router.push(`/clusters/${encodeURIComponent(cluster)}?tab=directors`);
    },
  });
  const missing =
    reason.trim() === '' ? change('reasonMissing') : confirm.trim() !== name ? change('confirmMissing') : null;
  return (
    <Dialog open onClose={onClose} title={t('removeTitle', { name })} closesOutside={reason + confirm === ''}>
      <DialogBody className="flex flex-col gap-3">
        <RefusalText>{refusalText(remove.error)}</RefusalText>
        <p>{t('removeText')}</p>
        <ReasonField value={reason} onType={setReason} />
        <Field label={change('confirm', { name })}>
          {(control) => (
            <Input
              {...control}
              value={confirm}
              onChange={(event) => setConfirm(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="figures"
            />
          )}
        </Field>
      </DialogBody>
      <DialogFoot>
        <Button look="danger" offBecause={missing} busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('removeNow')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
