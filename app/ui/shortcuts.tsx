'use client';

import { useEffect, useEffectEvent } from 'react';
import { singleKeys } from './single-keys.ts';

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox]')));

/**
 * Acts on keys pressed anywhere on the page, by what they type: `{ p: pause, '?': help }`.
 *
 * Not while somebody types, nor while a dialog or menu is open: that has keys of its own.
 */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (singleKeys.get() === 'off' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (takesText(event.target) || document.querySelector('[role=dialog], [role=menu]')) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
