'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { ReadableFormat } from '../../../domain/formats/read-file.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import type { ReadAnswer } from './read-answer.ts';
import { readDirectorTable } from './read-director-table.ts';
import { readInWorker } from './read-in-worker.ts';
import type { ShownRows } from './source-rows.ts';

type ImportState =
  | { readonly at: 'source' }
  | { readonly at: 'reading'; readonly name: string }
  | {
      readonly at: 'read';
      readonly name: string;
      readonly answer: ReadAnswer;
      /** Whether somebody chose the format. */
      readonly chosen: boolean;
    }
  | { readonly at: 'failed'; readonly name: string; readonly why: string };

/** From a source to what was read of it. */
export function useImport(current: Definition) {
  const t = useTranslations('importFile');
  const refusalText = useRefusalText();
  const [state, setState] = useState<ImportState>({ at: 'source' });
  const [shown, setShown] = useState<ShownRows>('all');
  const source = useRef<{ name: string; bytes: ArrayBuffer } | null>(null);

  const read = (name: string, chosen: boolean, answer: () => Promise<ReadAnswer>) => {
    setState({ at: 'reading', name });
    answer().then(
      (found) => setState({ at: 'read', name, answer: found, chosen }),
      (error: unknown) => setState({ at: 'failed', name, why: error instanceof Error ? error.message : String(error) }),
    );
  };
  const readAs = (name: string, bytes: ArrayBuffer, format: ReadableFormat | null) =>
    // A worker is given a copy: the file is read again as another format.
    read(name, format !== null, () => readInWorker({ name, bytes, format }));

  return {
    state,
    shown,
    setShown,
    readBytes: (name: string, bytes: ArrayBuffer) => {
      source.current = { name, bytes };
      readAs(name, bytes, null);
    },
    readTable: (director: string) =>
      read(t('tableOf', { director }), false, async () => {
        const answer = await readDirectorTable(director, current).catch((error: unknown) => {
          throw new Error(refusalText(error) ?? '', { cause: error });
        });
        if (!answer) throw new Error(t('tableUnknown'));
        return answer;
      }),
    readAs: (format: ReadableFormat) => {
      if (source.current) readAs(source.current.name, source.current.bytes, format);
    },
    another: () => {
      source.current = null;
      setShown('all');
      setState({ at: 'source' });
    },
  };
}
