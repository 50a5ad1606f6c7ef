'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { nameSchema } from '../../../domain/definition/service-definition.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { usePutProblems } from '../../lib/use-put-problems.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { importHref } from '../import/import-href.ts';

const clusterSchema = z.strictObject({ name: nameSchema });

interface AddClusterDialogProps {
  /** What comes next: its first director, or what is to be imported into it. */
  readonly next: 'directors' | 'import';
  readonly onClose: () => void;
}

export function AddClusterDialog({ next, onClose }: AddClusterDialogProps) {
  const t = useTranslations('overview');
  const importFile = useTranslations('importFile');
  const router = useRouter();
  const problem = useProblemText();
  const form = useForm({ resolver: zodResolver(clusterSchema), defaultValues: { name: '' } });
  const putProblems = usePutProblems(form, 'name');
  const { errors, isSubmitting } = form.formState;
  const create = form.handleSubmit(async ({ name }) => {
    try {
      await consoleClient().clusters.create.mutate({ name });
      router.push(next === 'import' ? importHref(name) : `/clusters/${encodeURIComponent(name)}?tab=directors`);
    } catch (error) {
      putProblems(error);
    }
  });
  return (
    <Dialog open onClose={onClose} title={t('addCluster').replace('…', '')}>
      <form onSubmit={(event) => void create(event)} noValidate className="contents">
        <DialogBody>
          {next === 'import' ? <p className="mb-3 text-ink-2">{importFile('needsCluster')}</p> : null}
          <Field label={t('clusterName')} note={t('clusterNote')} error={problem(errors.name)}>
            {(control) => <Input {...control} {...form.register('name')} autoComplete="off" spellCheck={false} />}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t('create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
