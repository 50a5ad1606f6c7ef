'use client';

import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { Draft } from '../../../domain/draft/draft.ts';
import { writeShoalYaml } from '../../../domain/formats/shoal-text/write-shoal-yaml.ts';
import { keptTyped } from '../../lib/kept-typed.ts';
import { useViewer } from '../../lib/viewer.tsx';

const keptSchema = z.strictObject({ text: z.string(), from: z.string() });

/** A text while it is edited, and what it was edited from. */
export interface EditedText {
  readonly text: string;
  /** The draft's text when the editing began, and its version then. */
  readonly from: string;
  readonly version: number;
}

/** A draft as text that can be edited: kept beyond a reload, and following the draft while nothing was typed. */
export function useDraftText(cluster: string, draft: Draft) {
  const { username } = useViewer();
  const { id, version, definition } = draft;
  const written = useMemo(() => writeShoalYaml(definition), [definition]);
  const kept = useMemo(
    () => keptTyped(() => window.sessionStorage, ['draft', cluster, id, username].join(' ')),
    [cluster, id, username],
  );
  const [edited, setEdited] = useState<EditedText | null>(() => {
    const typed = kept.read();
    const values = keptSchema.safeParse(typed?.values);
    return typed && values.success ? { ...values.data, version: typed.base } : null;
  });
  const [restored, setRestored] = useState(edited !== null);

  return {
    text: edited?.text ?? written,
    edited,
    restored,
    change: (text: string) => {
      const from = edited ?? { from: written, version };
      if (text === from.from) {
        kept.forget();
        setEdited(null);
        return;
      }
      const next = { text, from: from.from, version: from.version };
      kept.keep({ base: next.version, values: { text, from: next.from } });
      setEdited(next);
    },
    /** Back to the draft as it is. */
    forget: () => {
      kept.forget();
      setEdited(null);
      setRestored(false);
    },
  };
}
