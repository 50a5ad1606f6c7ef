'use client';

import { useSyncExternalStore } from 'react';

function watchTheme(listener: () => void): () => void {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  return () => watch.disconnect();
}

/** The theme's name, rendered again when it changes: a canvas keeps the colours that it was painted with. */
export const useThemeName = (): string =>
  useSyncExternalStore(
    watchTheme,
    () => document.documentElement.className,
    () => '',
  );

/** A colour as an area has it: softer than as a line, as there is so much of it. Opaque, as areas lie on areas. */
export function areaPaintOf(colour: string): string {
  return `color-mix(in oklab, ${paintOf(colour)} 76%, ${paintOf('var(--paper)')})`;
}

/** What a colour of the theme (`var(--ink)`) is now, for a canvas, which knows no variables. */
export function paintOf(colour: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
  return name ? getComputedStyle(document.documentElement).getPropertyValue(name).trim() : colour;
}
