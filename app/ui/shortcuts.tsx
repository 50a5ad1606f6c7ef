'use client';

import { useEffect, useRef } from 'react';

let singleKeys = true;

/** Switches single-key shortcuts on or off; those with Ctrl or ⌘ stay. */
export const allowSingleKeys = (allowed: boolean): void => {
  singleKeys = allowed;
};

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox]')));

/**
 * Acts on keys pressed anywhere on the page, by what they type: `{ p: pause, '?': help }`.
 *
 * Not while somebody types, nor while a dialog or menu is open: that has keys of its own.
 */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!singleKeys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (takesText(event.target) || document.querySelector('[role=dialog], [role=menu]')) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
