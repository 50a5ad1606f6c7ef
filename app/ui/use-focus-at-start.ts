import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus on what just came into a dialog in place of what had it. What stands above it stays in sight. */
export function useFocusAtStart<Part extends HTMLElement>(wanted = true): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    if (wanted) part.current?.focus({ preventScroll: true });
  }, [wanted]);
  return part;
}
