'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { nameSchema } from '../../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../../domain/overlay/overlay.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { usePutProblems } from '../../lib/use-put-problems.ts';
import { Button } from '../../ui/button.tsx';
import { Input, TextArea } from '../../ui/controls.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import type { MadeLine } from './enrol-line.tsx';

const tokenSchema = z.strictObject({ name: nameSchema, reason: reasonSchema });

interface EnrolNameFormProps {
  readonly cluster: string;
  readonly onMade: (made: MadeLine) => void;
}

/** Asks what the director is to be called and why, and makes the line for it. */
export function EnrolNameForm({ cluster, onMade }: EnrolNameFormProps) {
  const t = useTranslations('enrol');
  const change = useTranslations('change');
  const problem = useProblemText();
  const form = useForm({ resolver: zodResolver(tokenSchema), defaultValues: { name: '', reason: '' } });
  const putProblems = usePutProblems(form, 'name');
  const { errors, isSubmitting } = form.formState;
  const make = form.handleSubmit(async ({ name, reason }) => {
    try {
      const { line, expiresAt } = await consoleClient().directors.token.mutate({ cluster, name, reason });
      onMade({ name, line, expiresAt });
    } catch (error) {
      if (errorCode(error) === 'CONFLICT') form.setError('name', { message: 'name-taken' });
      else putProblems(error);
    }
  });
  return (
    <form onSubmit={(event) => void make(event)} noValidate className="contents">
      <DialogBody className="flex flex-col gap-3">
        <Field label={t('name')} error={problem(errors.name)}>
          {(control) => (
            <Input
              {...control}
              {...form.register('name')}
              placeholder="lb1"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="figures"
            />
          )}
        </Field>
        <Field label={change('reason')} note={change('reasonNote')} error={problem(errors.reason)}>
          {(control) => <TextArea {...control} {...form.register('reason')} rows={2} />}
        </Field>
      </DialogBody>
      <DialogFoot>
        <Button look="primary" type="submit" busy={isSubmitting}>
          {t('make')}
        </Button>
      </DialogFoot>
    </form>
  );
}
