'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { ReasonField } from './reason-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  /** What the button says. */
  readonly act: string;
  readonly danger?: boolean;
  /** Why it can't be done as it is filled in. */
  readonly offBecause?: string | null;
  /** To what it is done. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** Does it; the dialog closes after, and says why where it was refused. */
  readonly run: (reason: string) => Promise<void>;
}

/** Asks for the reason of something that needs no preview, and does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, act, danger = false, offBecause = null, children, onClose, run } = props;
  const change = useTranslations('change');
  const refusalText = useRefusalText();
  const [reason, setReason] = useState('');
  const doing = useMutation({ mutationFn: () => run(reason.trim()), onSuccess: onClose });
  const missing = reason.trim() === '' ? change('reasonMissing') : offBecause;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!missing && !doing.isPending) doing.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={title} closesOutside={reason === ''}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-3">
          <RefusalText>{refusalText(doing.error)}</RefusalText>
          <p>{text}</p>
          {children}
          <ReasonField value={reason} onType={setReason} />
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look={danger ? 'danger' : 'primary'} offBecause={missing} busy={doing.isPending}>
            {act}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
