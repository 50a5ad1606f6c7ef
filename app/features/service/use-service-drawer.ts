'use client';

import { useQueryState } from 'nuqs';
import { useCallback } from 'react';

const kinds = [
  'destination',
  'edit',
  'what-if',
  'remove',
  'add-destination',
  'edit-destination',
  'remove-destination',
] as const;
export type ServiceDrawerKind = (typeof kinds)[number];

/** The drawer that is open on a virtual service's page, kept in the URL (`?drawer=edit-destination~10.0.0.21:80`). */
export function useServiceDrawer() {
  const [text, setText] = useQueryState('drawer');
  const [name, destination = null] = (text ?? '').split('~');
  const kind = kinds.find((one) => one === name) ?? null;
  const open = useCallback(
    (next: ServiceDrawerKind, of?: string) => void setText(of ? `${next}~${of}` : next),
    [setText],
  );
  const close = useCallback(() => void setText(null), [setText]);
  return { kind, destination, open, close };
}
