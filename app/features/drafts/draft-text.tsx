'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { Draft } from '../../../domain/draft/draft.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { goToLine, TextEditor } from '../../ui/text-editor.tsx';
import type { MergeSides } from '../change/change-request.ts';
import { DraftTextMerge } from './draft-text-merge.tsx';
import { TextProblems } from './text-problems.tsx';
import { readYaml, useCheckedText } from './use-checked-text.ts';
import { useDraftText } from './use-draft-text.ts';

interface DraftTextProps {
  readonly cluster: string;
  readonly draft: Draft;
  readonly onSaved: () => void;
}

interface Clash {
  readonly sides: MergeSides;
  readonly by: string;
  readonly at: number;
  readonly version: number;
}

/** A draft's whole definition as text, to be edited; what is wrong with it stands by its line. */
export function DraftText({ cluster, draft, onSaved }: DraftTextProps) {
  const t = useTranslations('drafts');
  const lacks = useLacks('operator');
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, edited, restored, change, forget } = useDraftText(cluster, draft);
  const checked = useCheckedText(edited ? text : null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [saved, setSaved] = useState(false);
  const wrong = (checked?.problems.length ?? 0) > 0 || (checked !== null && checked.definition === null);
  const off = lacks ?? (!edited ? t('unchanged') : !checked ? t('checking') : wrong ? t('invalidText') : null);

  const save = async (definition: Definition, version: number) => {
    setBusy(true);
    setRefusal(null);
    try {
      const { drafts } = consoleClient();
      const { id } = draft;
      const result = await drafts.change.mutate({ cluster, id, version, change: { kind: 'replace', definition } });
      if (result.ok) {
        setClash(null);
        setSaved(true);
        onSaved();
        forget();
      } else if ('problems' in result) setRefusal(result.problems.map((problem) => problemText(problem)).join(' '));
      else setClash(await clashOf(cluster, id, definition, edited?.from ?? text, result.moved));
    } catch (error) {
      setRefusal(refusalText(error));
    }
    setBusy(false);
  };

  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 basis-60 text-ink-2">{restored && edited ? t('restored') : t('textNote')}</p>
        {saved && !edited ? <output className="text-ok">{t('savedText')}</output> : null}
        {edited ? <Button onClick={forget}>{t('revert')}</Button> : null}
        <Button
          look="primary"
          busy={busy}
          offBecause={off}
          onClick={() => {
            if (edited && checked?.definition) void save(checked.definition, edited.version);
          }}
        >
          {t('save')}
        </Button>
      </div>
      <RefusalText>{refusal}</RefusalText>
      <TextEditor
        label={t('text')}
        value={text}
        readOnly={lacks !== null}
        onChange={(next) => {
          setSaved(false);
          change(next);
        }}
        marked={new Set(checked?.problems.map(({ line }) => line))}
        area={area}
      />
      {edited ? <TextProblems checked={checked} onLine={(line) => goToLine(area.current, line)} /> : null}
      {clash ? (
        <DraftTextMerge
          {...clash}
          busy={busy}
          refusal={refusal}
          onMerged={(merged) => void save(merged, clash.version)}
          onClose={() => setClash(null)}
        />
      ) : null}
    </div>
  );
}

/** The draft as it is now against one's own text, both from what the text was begun with. */
async function clashOf(
  cluster: string,
  id: string,
  mine: Definition,
  from: string,
  moved: { readonly by: string; readonly at: number },
): Promise<Clash> {
  const [{ definition: before }, now] = await Promise.all([
    readYaml(from),
    consoleClient().drafts.get.query({ cluster, id }),
  ]);
  return {
    sides: {
      base: { revision: now.base, definition: before ?? now.baseDefinition },
      mine,
      theirs: { revision: now.base, definition: now.definition },
    },
    by: moved.by,
    at: moved.at,
    version: now.version,
  };
}
