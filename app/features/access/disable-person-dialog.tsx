'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Person } from '../../../domain/access/person.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { useRereadPeople } from './use-people.ts';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Takes a person's way in, after saying what that ends. */
export function DisablePersonDialog({ person, onClose }: Props) {
  const t = useTranslations('access');
  const reread = useRereadPeople();
  const { name, username } = person;
  const disable = useMutation({
    mutationFn: () => consoleClient().access.disable.mutate({ username }),
    onSuccess: () => {
      reread();
      onClose();
    },
  });
  const refusal = useRefusalText()(disable.error);
  const said = disable.error && errorCode(disable.error) === 'CONFLICT' ? t('lastAdministrator') : refusal;
  return (
    <Dialog open onClose={onClose} title={t('disableTitle', { name })}>
      <DialogBody className="flex flex-col gap-3">
        <RefusalText>{said}</RefusalText>
        <p>{t('disableText', { name })}</p>
      </DialogBody>
      <DialogFoot>
        <Button look="danger" busy={disable.isPending} onClick={() => disable.mutate()}>
          {t('disableNow')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
