'use client';

import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type AddStream, addStreamSchema } from '../../../domain/audit/audit-stream.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { schemaResolver } from '../../lib/schema-resolver.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input, TextArea } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { StreamSecret } from './stream-secret.tsx';
import { StreamTargetFields } from './stream-target-fields.tsx';
import { fieldOfStreamPath, newStreamValues, type StreamValues, typedStream } from './stream-values.ts';
import { useRereadStreams } from './use-streams.ts';

/** Asks where rows are to be sent, and then shows a webhook's secret this once. */
export function AddStreamDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('streams');
  const change = useTranslations('change');
  const problem = useProblemText();
  const refusalText = useRefusalText();
  const reread = useRereadStreams();
  const form = useForm<StreamValues, unknown, { checked: AddStream }>({
    defaultValues: newStreamValues,
    resolver: schemaResolver({ schema: addStreamSchema, typed: typedStream, fieldOf: fieldOfStreamPath }),
  });
  const { errors } = form.formState;
  const add = useMutation({
    mutationFn: (stream: AddStream) => consoleClient().streams.add.mutate(stream),
    onSuccess: (added) => {
      void reread();
      if (added.secret === null) onClose();
    },
    onError: (error) => {
      if (errorCode(error) === 'CONFLICT') form.setError('name', { message: 'stream-name-taken' });
    },
  });
  if (add.data?.secret) return <StreamSecret secret={add.data.secret} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('add')} closesOutside={false}>
      <form
        onSubmit={(event) => void form.handleSubmit(({ checked }) => add.mutate(checked))(event)}
        noValidate
        className="contents"
      >
        <DialogBody className="flex flex-col gap-3">
          <RefusalText>{errorCode(add.error) === 'CONFLICT' ? null : refusalText(add.error)}</RefusalText>
          <Field label={t('name')} error={problem(errors.name)}>
            {(control) => <Input {...control} {...form.register('name')} autoComplete="off" autoCapitalize="none" />}
          </Field>
          <StreamTargetFields form={form} />
          <Checkbox label={t('fromStart')} {...form.register('fromStart')} />
          <Field label={change('reason')} note={change('reasonNote')} error={problem(errors.reason)}>
            {(control) => <TextArea {...control} {...form.register('reason')} rows={2} maxLength={500} />}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button look="primary" type="submit" busy={add.isPending}>
            {t('add')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
