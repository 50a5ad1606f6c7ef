'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { usernameSchema } from '../../../domain/access/credentials.ts';
import { roleSchema, roles } from '../../../domain/access/role.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { usePutProblems } from '../../lib/use-put-problems.ts';
import { Button } from '../../ui/button.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { MessageDialog } from '../../ui/message-dialog.tsx';
import { NewPassword } from './new-password.tsx';
import { useRereadPeople } from './use-people.ts';

const personSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  username: usernameSchema,
  role: roleSchema,
});
type NewPerson = z.output<typeof personSchema>;

/** Asks for a name and a role, and then shows the password that the console made. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('access');
  const problem = useProblemText();
  const reread = useRereadPeople();
  const form = useForm({
    resolver: zodResolver(personSchema),
    defaultValues: { name: '', username: '', role: 'viewer' as const },
  });
  const putProblems = usePutProblems(form, 'username');
  const { errors } = form.formState;
  const create = useMutation({
    mutationFn: (person: NewPerson) => consoleClient().access.create.mutate(person),
    onSuccess: reread,
    onError: (error) => {
      if (errorCode(error) === 'CONFLICT') form.setError('username', { message: 'username-taken' });
      else putProblems(error);
    },
  });
  if (create.data)
    return (
      <MessageDialog title={t('addTitle')} onClose={onClose}>
        <NewPassword name={create.variables.name} password={create.data.password} />
      </MessageDialog>
    );
  return (
    <Dialog open onClose={onClose} title={t('addTitle')} closesOutside={false}>
      <form
        onSubmit={(event) => void form.handleSubmit((person) => create.mutate(person))(event)}
        noValidate
        className="contents"
      >
        <DialogBody className="flex flex-col gap-3">
          <Field label={t('person')} error={problem(errors.name)}>
            {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
          </Field>
          <Field label={t('username')} error={problem(errors.username)} note={t('usernameNote')}>
            {(control) => (
              <Input
                {...control}
                {...form.register('username')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className="figures"
              />
            )}
          </Field>
          <Field label={t('role')} error={problem(errors.role)}>
            {(control) => (
              <Select {...control} {...form.register('role')}>
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {t(`roles.${role}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button look="primary" type="submit" busy={create.isPending}>
            {t('create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
