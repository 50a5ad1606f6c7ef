'use client';

import { History } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { keptTyped } from '../../lib/kept-typed.ts';
import { useViewer } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';

interface KeptForm {
  /** The revision that what is typed rests on: an older one where it was restored. */
  readonly base: number;
  /** Says that typed values were restored, with a way to discard them; to stand at the top of the drawer. */
  readonly notice: ReactNode;
  /** It is applied or put aside: a reload shall not bring it back. */
  readonly forget: () => void;
}

/**
 * Keeps what is typed into a drawer's form beyond a reload, by the drawer's address; closing the drawer forgets it.
 *
 * `revision` is the newest when the drawer opened.
 */
export function useKeptForm<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  revision: number,
): KeptForm {
  const t = useTranslations('drafts');
  const { username } = useViewer();
  const [kept] = useState(() => {
    const drawer = new URLSearchParams(window.location.search).get('drawer') ?? '';
    return keptTyped(() => window.sessionStorage, [window.location.pathname, drawer, username].join(' '));
  });
  const [restored, setRestored] = useState(() => kept.read());
  const base = restored?.base ?? revision;

  const begin = useEffectEvent(() => {
    if (restored) form.reset(restored.values as Values, { keepDefaultValues: true });
    return form.watch((values) => kept.keep({ base, values }));
  });
  useEffect(() => {
    const watch = begin();
    return () => {
      watch.unsubscribe();
      kept.forget();
    };
  }, [kept]);

  const forget = useCallback(() => kept.forget(), [kept]);
  const discard = () => {
    setRestored(null);
    form.reset();
    kept.forget();
  };
  return {
    base,
    forget,
    notice: restored ? (
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b bg-move-wash px-4 py-1.5 text-move">
        <History aria-hidden className="size-3.5 shrink-0" />
        <output className="min-w-0 flex-1 basis-48">{t('restored')}</output>
        <Button onClick={discard}>{t('discardTyped')}</Button>
      </div>
    ) : null,
  };
}
