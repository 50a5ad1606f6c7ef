'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReleaseSettings } from '../../../domain/release/release-settings.ts';
import type { ReleaseForecast } from '../../../domain/release/release-view.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { ReasonField } from '../reason/reason-field.tsx';
import { releaseHref } from './release-href.ts';

interface StartReleaseProps {
  readonly cluster: string;
  /** Null while something typed is wrong. */
  readonly settings: ReleaseSettings | null;
  readonly forecast: Extract<ReleaseForecast, { ok: true }> | null;
  readonly wrong: boolean;
}

/** The reason, what must be confirmed, and the start. */
export function StartRelease({ cluster, settings, forecast, wrong }: StartReleaseProps) {
  const t = useTranslations('releases');
  const change = useTranslations('change');
  const lacksOperator = useLacks('operator');
  const lacksAdministrator = useLacks('administrator');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [overGuard, setOverGuard] = useState(false);
  const confirm = forecast?.confirm ?? null;
  const starting = useMutation({
    mutationFn: () =>
      consoleClient().releases.start.mutate({
        ...{ cluster, settings: settings ?? {}, reason: reason.trim(), overGuard },
        confirm: confirm === null ? null : typed.trim(),
      }),
    onSuccess: ({ id }) => router.push(releaseHref(cluster, id)),
  });
  const off =
    lacksOperator ??
    (wrong || !settings || !forecast
      ? t('form.problems')
      : reason.trim() === ''
        ? change('reasonMissing')
        : confirm !== null && typed.trim() !== confirm
          ? change('confirmMissing')
          : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !starting.isPending) starting.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-t pt-3">
      {forecast?.belowGuard ? (
        <Checkbox
          label={t('forecast.overGuard')}
          offBecause={lacksAdministrator ? t('forecast.overGuardOff') : null}
          checked={overGuard}
          onChange={(event) => setOverGuard(event.target.checked)}
        />
      ) : null}
      {confirm === null ? null : (
        <Field label={change('confirm', { name: confirm })} note={change('confirmWhy')}>
          {(control) => (
            <Input
              {...control}
              className="figures"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      <ReasonField value={reason} onType={setReason} />
      <RefusalText>{refusalText(starting.error)}</RefusalText>
      <div className="flex justify-end">
        <Button type="submit" look={overGuard ? 'danger' : 'primary'} offBecause={off} busy={starting.isPending}>
          {t('form.start')}
        </Button>
      </div>
    </form>
  );
}
