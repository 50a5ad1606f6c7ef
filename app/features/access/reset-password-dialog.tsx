'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Person } from '../../../domain/access/person.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { NewPassword } from './new-password.tsx';
import { useRereadPeople } from './use-people.ts';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Gives a person a new password, after saying what that ends, and shows it once. */
export function ResetPasswordDialog({ person, onClose }: Props) {
  const t = useTranslations('access');
  const shell = useTranslations('shell');
  const reread = useRereadPeople();
  const { name, username } = person;
  const reset = useMutation({
    mutationFn: () => consoleClient().access.resetPassword.mutate({ username }),
    onSuccess: reread,
  });
  const refusal = useRefusalText()(reset.error);
  return (
    <Dialog open onClose={onClose} title={t('resetTitle', { name })} closesOutside={false}>
      <DialogBody className="flex flex-col gap-3">
        <RefusalText>{refusal}</RefusalText>
        {reset.data ? (
          <NewPassword name={name} password={reset.data.password} />
        ) : (
          <p>
            {t('resetText', { name })}
            {person.disabled ? ` ${t('resetEnables', { name })}` : null}
          </p>
        )}
      </DialogBody>
      <DialogFoot>
        {reset.data ? (
          <Button look="primary" onClick={onClose}>
            {shell('close')}
          </Button>
        ) : (
          <Button look="danger" busy={reset.isPending} onClick={() => reset.mutate()}>
            {t('reset')}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}
