'use client';

import { createContext, useContext } from 'react';

/** The few words that parts say by themselves, in the viewer's language. */
export interface UiWords {
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly sideways: string;
  readonly selectAll: string;
  readonly selectRow: string;
  readonly noMatch: string;
}

const WordsContext = createContext<UiWords | null>(null);
export const UiWordsProvider = WordsContext.Provider;

export function useUiWords(): UiWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('UiWordsProvider is missing above');
  return words;
}
