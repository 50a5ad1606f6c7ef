'use client';

import { useEffect, useState } from 'react';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { Note } from '../../../domain/formats/read-file.ts';
import { readInWorker } from '../import/read-in-worker.ts';

export interface CheckedText {
  readonly text: string;
  /** Null when it says none. */
  readonly definition: Definition | null;
  /** What a definition can't take over from it, by line. */
  readonly problems: readonly Exclude<Note, { readonly kind: 'taken' }>[];
}

/** Long enough after the last key that nobody types on. Milliseconds. */
const settled = 350;

/** What a YAML text says, read beside the page once the typing pauses; null before that. */
export function useCheckedText(text: string | null): CheckedText | null {
  const [checked, setChecked] = useState<CheckedText | null>(null);
  useEffect(() => {
    if (text === null) return;
    let current = true;
    const timer = setTimeout(() => {
      readYaml(text).then(
        (answer) => current && setChecked(answer),
        () => current && setChecked(null),
      );
    }, settled);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return checked?.text === text ? checked : null;
}

/** The definition of a YAML text, and what is wrong with it. */
export async function readYaml(text: string): Promise<CheckedText> {
  const bytes = new TextEncoder().encode(text).buffer as ArrayBuffer;
  const { definition, notes } = await readInWorker({ bytes, name: '', format: 'shoal-yaml' });
  const problems = notes.flatMap((note) => (note.kind === 'left-out' && note.code !== 'comment' ? [note] : []));
  return { text, definition, problems };
}
