'use client';

import { Minus, Pencil, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { DifferenceRow } from '../../../domain/definition/difference-row.ts';

const marks = {
  added: { icon: Plus, ink: 'text-ok' },
  changed: { icon: Pencil, ink: 'text-move' },
  removed: { icon: Minus, ink: 'text-bad' },
} as const;

/** Whether something came, changed or went. */
export function ChangeMark({ kind }: { readonly kind: DifferenceRow['kind'] }) {
  const t = useTranslations('revisions');
  const { icon: Icon, ink } = marks[kind];
  return (
    <span className={`inline-flex self-start pt-0.5 ${ink}`} title={t(`kinds.${kind}`)}>
      <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
      <span className="sr-only">{t(`kinds.${kind}`)} </span>
    </span>
  );
}
