'use client';

import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReleaseSettings, ReleaseTemplate } from '../../../domain/release/release-settings.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';

interface TemplateChoiceProps {
  readonly cluster: string;
  readonly templates: readonly ReleaseTemplate[];
  /** What the form has now; null while something typed is wrong. */
  readonly settings: ReleaseSettings | null;
  readonly onTake: (template: ReleaseTemplate) => void;
}

/** Takes the settings of a template into the form, or keeps the form's as one. */
export function TemplateChoice({ cluster, templates, settings, onTake }: TemplateChoiceProps) {
  const t = useTranslations('releases.form');
  const lacks = useLacks('operator');
  const [chosen, setChosen] = useState('');
  const [saving, setSaving] = useState(false);
  const refusalText = useRefusalText();
  const router = useRouter();
  const removing = useMutation({
    mutationFn: () => consoleClient().releases.templates.remove.mutate({ cluster, name: chosen }),
    onSuccess: () => {
      setChosen('');
      router.refresh();
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {templates.length > 0 ? (
        <Select
          aria-label={t('template')}
          className="!w-52"
          value={chosen}
          onChange={(event) => {
            const template = templates.find(({ name }) => name === event.target.value);
            setChosen(template?.name ?? '');
            if (template) onTake(template);
          }}
        >
          <option value="">
            {t('template')}: {t('noTemplate')}
          </option>
          {templates.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {chosen ? (
        <Button
          aria-label={t('removeTemplate', { name: chosen })}
          title={t('removeTemplate', { name: chosen })}
          icon={<Trash2 aria-hidden className="size-3.5" />}
          offBecause={lacks}
          busy={removing.isPending}
          onClick={() => removing.mutate()}
        />
      ) : null}
      <RefusalText>{refusalText(removing.error)}</RefusalText>
      <Button offBecause={lacks ?? (settings ? null : t('problems'))} onClick={() => setSaving(true)}>
        {t('saveTemplate')}
      </Button>
      {saving && settings ? (
        <SaveTemplate cluster={cluster} settings={settings} name={chosen} onClose={() => setSaving(false)} />
      ) : null}
    </div>
  );
}

interface SaveTemplateProps {
  readonly cluster: string;
  readonly settings: ReleaseSettings;
  readonly name: string;
  readonly onClose: () => void;
}

function SaveTemplate({ cluster, settings, name: first, onClose }: SaveTemplateProps) {
  const t = useTranslations('releases.form');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [name, setName] = useState(first);
  const saving = useMutation({
    mutationFn: () => consoleClient().releases.templates.save.mutate({ cluster, name: name.trim(), settings }),
    onSuccess: () => {
      router.refresh();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={t('saveTemplate')}>
      <form onSubmit={submit} className="contents">
        <DialogBody className="flex flex-col gap-3">
          <Field label={t('templateName')} note={t('templateNote')} error={refusalText(saving.error)}>
            {(control) => (
              <Input {...control} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="primary" busy={saving.isPending}>
            {t('save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
