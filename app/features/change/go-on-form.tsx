'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { useFocusAtStart } from '../../ui/use-focus-at-start.ts';

interface GoOnFormProps {
  readonly cluster: string;
  readonly onGoOn: (generation: number) => void;
  readonly onCancel: () => void;
}

/** Lets the waiting directors go on although the first one failed or is silent: with a reason, as everything. */
export function GoOnForm({ cluster, onGoOn, onCancel }: GoOnFormProps) {
  const t = useTranslations('firstDirector');
  const change = useTranslations('change');
  const refusalText = useRefusalText();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = useFocusAtStart<HTMLInputElement>();
  const off = reason.trim() === '' ? change('reasonMissing') : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (off || busy) return;
    setBusy(true);
    try {
      const { generation } = await consoleClient().rollout.goOn.mutate({ cluster, reason: reason.trim() });
      onGoOn(generation);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-full flex-col gap-2" aria-label={t('goOnTitle')}>
      <Field label={change('reason')} note={t('goOnNote')} error={refusalText(error)}>
        {(control) => (
          <Input
            {...control}
            ref={field}
            value={reason}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="submit" look="danger" busy={busy} offBecause={off}>
          {t('goOnNow')}
        </Button>
      </div>
    </form>
  );
}
