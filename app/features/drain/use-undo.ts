'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { undoStore } from './undo-store.ts';

const tick = 250;

/** What can be undone now, the seconds that are left for it, and how; null when there is nothing. */
export function useUndo(onUndone?: () => void) {
  const t = useTranslations('drain.undo');
  const refusal = useRefusalText();
  const offer = useSyncExternalStore(undoStore.subscribe, undoStore.get, () => null);
  const [, count] = useState(0);
  const { mutate, isPending } = useMutation({
    mutationFn: (asked: NonNullable<typeof offer>) => asked.undo(),
    onSuccess: (_, asked) => {
      undoStore.end(asked);
      toast.success(t(`undone.${asked.did}`, { name: asked.name }));
      onUndone?.();
    },
    onError: (error) => toast.error(t('refused', { why: refusal(error) ?? '' })),
  });
  useEffect(() => {
    if (!offer) return;
    const timer = setInterval(() => {
      // One that was pressed in time is not taken away while the console works on it.
      if (undoStore.now() >= offer.until && !isPending) undoStore.end(offer);
      count((before) => before + 1);
    }, tick);
    return () => clearInterval(timer);
  }, [offer, isPending]);
  if (!offer) return null;
  return {
    offer,
    busy: isPending,
    secondsLeft: Math.max(0, Math.ceil((offer.until - undoStore.now()) / 1000)),
    undo: () => (isPending ? undefined : mutate(offer)),
    dismiss: () => undoStore.end(offer),
  };
}
