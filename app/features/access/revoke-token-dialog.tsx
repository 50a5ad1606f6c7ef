'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ApiToken } from '../../../domain/access/api-token.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { useRereadTokens } from './use-tokens.ts';

/** Ends a token, after saying what that ends. */
export function RevokeTokenDialog({ token, onClose }: { readonly token: ApiToken; readonly onClose: () => void }) {
  const t = useTranslations('access');
  const reread = useRereadTokens();
  const { id, name } = token;
  const revoke = useMutation({
    mutationFn: () => consoleClient().tokens.revoke.mutate({ id }),
    onSuccess: () => {
      reread();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('tokens.revokeTitle', { name })}>
      <DialogBody className="flex flex-col gap-3">
        <RefusalText>{useRefusalText()(revoke.error)}</RefusalText>
        <p>{t('tokens.revokeText')}</p>
      </DialogBody>
      <DialogFoot>
        <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
          {t('tokens.revoke')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
