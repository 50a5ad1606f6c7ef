'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../../domain/definition/change.ts';
import type { Definition } from '../../../domain/definition/definition.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { draftHref } from '../drafts/draft-href.ts';
import { importInto } from './import-into.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { makeDraft } from './make-draft.ts';
import type { ReadAnswer } from './read-answer.ts';

interface MakeDraftFormProps {
  readonly cluster: string;
  /** The newest revision, and what it says. */
  readonly revision: number;
  readonly current: Definition;
  readonly name: string;
  readonly answer: ReadAnswer;
}

/** How what was read goes into the definition, and the draft that it becomes. */
export function MakeDraftForm({ cluster, revision, current, name, answer }: MakeDraftFormProps) {
  const t = useTranslations('importFile');
  const drafts = useTranslations('drafts');
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const router = useRouter();
  const lacks = useLacks('operator');
  const group = useId();
  const [into, setInto] = useState(true);
  const [title, setTitle] = useState(() => t('defaultTitle', { name }).slice(0, 120));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { definition: read, format } = answer;
  const imported = useMemo(
    () => (read ? importInto(current, read, format !== 'ipvsadm-save' && format !== 'keepalived') : null),
    [current, read, format],
  );
  const off = lacks ?? (!read ? t('nothingToImport') : title.trim() === '' ? drafts('titleMissing') : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (off || busy || !imported || !read) return;
    setBusy(true);
    setError(null);
    setProblems([]);
    try {
      const definition = into ? imported.definition : read;
      const made = await makeDraft({ cluster, base: revision, title: title.trim(), definition, name, answer });
      if (made.ok) return router.push(draftHref(cluster, made.id));
      setProblems(made.problems);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };

  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-2 border-t bg-panel px-4 py-2.5 sm:sticky sm:bottom-0 sm:z-20"
    >
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="label-text mb-1 font-medium">{t('how')}</legend>
          {(
            [
              [true, t('into'), t('intoNote')],
              [false, t('replace'), t('replaceNote')],
            ] as const
          ).map(([value, label, note]) => (
            <label key={label} className="flex items-baseline gap-2 pointer-coarse:min-h-9">
              <input
                type="radio"
                name={group}
                checked={into === value}
                onChange={() => setInto(value)}
                className="relative top-0.5 accent-(--accent)"
              />
              <span>
                {label} <span className="text-ink-3">{note}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Field label={t('draftTitle')} className="w-80 max-w-full">
          {(control) => (
            <Input
              {...control}
              value={title}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" busy={busy} offBecause={off}>
          {t('make')}
        </Button>
      </div>
      {imported && into ? <ImportOutcome imported={imported} /> : null}
      {problems.length > 0 ? (
        <RefusalText>
          {t('refused')} {problems.map((problem) => problemText(problem)).join(' ')}
        </RefusalText>
      ) : null}
      <RefusalText>{refusalText(error)}</RefusalText>
    </form>
  );
}
