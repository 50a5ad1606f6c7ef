'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { longestTokenDays, newApiTokenSchema, tokenScopes, usualTokenDays } from '../../../domain/access/api-token.ts';
import { includesRole, roles } from '../../../domain/access/role.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { usePutProblems } from '../../lib/use-put-problems.ts';
import { useViewer } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { MessageDialog } from '../../ui/message-dialog.tsx';
import { NewToken } from './new-token.tsx';
import { useRereadTokens } from './use-tokens.ts';

const formSchema = newApiTokenSchema.omit({ clusters: true, scopes: true }).extend({
  days: z.coerce.number<number>().int().min(1).max(longestTokenDays),
  /** Names with commas or blanks between them; empty for all. */
  clusters: z.string(),
  confined: z.boolean(),
  scopes: z.array(z.enum(tokenScopes)),
});
type TokenForm = z.output<typeof formSchema>;

/** Asks what a program may do, and then shows the token that the console made. */
export function AddTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('access');
  const viewer = useViewer();
  const problem = useProblemText();
  const reread = useRereadTokens();
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: {
      ...{ name: '', role: roles[0], days: usualTokenDays, clusters: '' },
      ...{ confined: false, scopes: [] as TokenForm['scopes'] },
    },
  });
  const putProblems = usePutProblems(form, 'name');
  const { errors } = form.formState;
  const confined = useWatch({ control: form.control, name: 'confined' });
  const create = useMutation({
    mutationFn: ({ clusters, confined: some, scopes, ...rest }: TokenForm) => {
      const names = clusters.split(/[\s,]+/).filter(Boolean);
      return consoleClient().tokens.create.mutate({
        ...rest,
        clusters: names.length > 0 ? names : null,
        scopes: some ? scopes : null,
      });
    },
    onSuccess: reread,
    onError: putProblems,
  });
  if (create.data)
    return (
      <MessageDialog title={t('tokens.addTitle')} onClose={onClose}>
        <NewToken name={create.data.name} token={create.data.token} />
      </MessageDialog>
    );
  return (
    <Dialog open onClose={onClose} title={t('tokens.addTitle')} closesOutside={false}>
      <form
        onSubmit={(event) => void form.handleSubmit((token) => create.mutate(token))(event)}
        noValidate
        className="contents"
      >
        <DialogBody className="flex flex-col gap-3">
          <Field
            label={t('tokens.name')}
            error={problem(errors.name)}
            note={t('tokens.nameNote', { you: viewer.username })}
          >
            {(control) => (
              <Input
                {...control}
                {...form.register('name')}
                autoComplete="off"
                spellCheck={false}
                className="figures"
              />
            )}
          </Field>
          <Field label={t('role')} error={problem(errors.role)} note={t('tokens.roleNote')}>
            {(control) => (
              <Select {...control} {...form.register('role')}>
                {roles
                  .filter((role) => includesRole(viewer.role, role))
                  .map((role) => (
                    <option key={role} value={role}>
                      {t(`roles.${role}`)}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
          <Field label={t('tokens.clusters')} error={problem(errors.clusters)} note={t('tokens.clustersNote')}>
            {(control) => <Input {...control} {...form.register('clusters')} autoComplete="off" spellCheck={false} />}
          </Field>
          <Checkbox label={t('tokens.confined')} {...form.register('confined')} />
          {confined ? (
            <fieldset className="flex flex-wrap gap-x-4 gap-y-1.5 pl-5.5">
              <legend className="sr-only">{t('tokens.confined')}</legend>
              {tokenScopes.map((scope) => (
                <Checkbox key={scope} label={t(`tokens.scopes.${scope}`)} value={scope} {...form.register('scopes')} />
              ))}
            </fieldset>
          ) : null}
          <Field label={t('tokens.days')} error={problem(errors.days)} className="max-w-32">
            {(control) => <Input {...control} {...form.register('days')} inputMode="numeric" className="figures" />}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button look="primary" type="submit" busy={create.isPending}>
            {t('tokens.create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
