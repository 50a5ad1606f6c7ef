'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Wordmark } from '../../ui/wordmark.tsx';

type Refusal = 'wrong' | 'tooMany' | 'UNAVAILABLE' | 'UNREACHABLE';

export function SignInForm({ to }: { readonly to: string }) {
  const t = useTranslations('signIn');
  const errors = useTranslations('errors');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    const text = (field: string) => {
      const value = typed.get(field);
      return typeof value === 'string' ? value : '';
    };
    const result = await signIn(text('username').trim(), text('password'));
    if (result === 'ok') return window.location.assign(to);
    setRefusal(result);
    setBusy(false);
  };
  const said = refusal === null ? null : refusal === 'wrong' || refusal === 'tooMany' ? t(refusal) : errors(refusal);

  return (
    <main className="mx-auto flex min-h-dvh w-[min(320px,calc(100vw-32px))] flex-col justify-center gap-6 pb-[12vh]">
      <span className="text-accent">
        <Wordmark size={24} />
      </span>
      {/* Posted if it goes before the page is awake: a password must never stand in an address. */}
      <form method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-3" noValidate>
        <h1 className="font-semibold text-[15px]">{t('title')}</h1>
        <Field label={t('username')}>
          {(control) => (
            <Input
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
          )}
        </Field>
        <Field label={t('password')} error={said}>
          {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
        </Field>
        <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
          {t('submit')}
        </Button>
      </form>
      <p className="text-[12px] text-ink-3 leading-4">{t('firstRun')}</p>
    </main>
  );
}

async function signIn(username: string, password: string): Promise<'ok' | Refusal> {
  try {
    const response = await fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (response.ok) return 'ok';
    if (response.status === 429) return 'tooMany';
    return response.status >= 500 ? 'UNAVAILABLE' : 'wrong';
  } catch {
    return 'UNREACHABLE';
  }
}
