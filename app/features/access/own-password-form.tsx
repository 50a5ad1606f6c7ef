'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { passwordSchema } from '../../../domain/access/credentials.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { usePutProblems } from '../../lib/use-put-problems.ts';
import { useViewer } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { SectionHead } from '../../ui/page-head.tsx';

const passwordsSchema = z.strictObject({ current: z.string().min(1).max(128), next: passwordSchema });

/** Everybody's own password, changed by the one they have. */
export function OwnPasswordForm() {
  const t = useTranslations('access');
  const viewer = useViewer();
  const problem = useProblemText();
  const form = useForm({ resolver: zodResolver(passwordsSchema), defaultValues: { current: '', next: '' } });
  const putProblems = usePutProblems(form, 'current');
  const { errors, isSubmitting } = form.formState;
  const change = form.handleSubmit(async (passwords) => {
    try {
      await consoleClient().access.changePassword.mutate(passwords);
      form.reset();
      toast.success(t('changed'));
    } catch (error) {
      putProblems(error);
    }
  });
  return (
    <section aria-label={t('own')}>
      <SectionHead title={t('own')} />
      <form onSubmit={(event) => void change(event)} noValidate className="flex max-w-xs flex-col gap-3 px-4 py-3">
        {/* For the browser's list of passwords: whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={viewer.username} readOnly />
        <Field label={t('current')} error={problem(errors.current)}>
          {(control) => (
            <Input {...control} {...form.register('current')} type="password" autoComplete="current-password" />
          )}
        </Field>
        <Field label={t('next')} error={problem(errors.next)} note={t('nextNote')}>
          {(control) => <Input {...control} {...form.register('next')} type="password" autoComplete="new-password" />}
        </Field>
        <Button type="submit" busy={isSubmitting} className="self-start">
          {t('change')}
        </Button>
      </form>
    </section>
  );
}
