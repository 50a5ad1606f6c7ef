'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogBody, DialogFoot } from './dialog.tsx';
import { useUiWords } from './words.tsx';

interface MessageDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something to be read, and closed on purpose alone: it isn't shown again. */
export function MessageDialog({ title, onClose, children }: MessageDialogProps) {
  const words = useUiWords();
  return (
    <Dialog open onClose={onClose} title={title} closesOutside={false}>
      <DialogBody className="flex flex-col gap-2">{children}</DialogBody>
      <DialogFoot>
        <Button look="primary" onClick={onClose}>
          {words.close}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
