'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../../domain/definition/change.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { useFocusAtStart } from '../../ui/use-focus-at-start.ts';
import { draftHref } from '../drafts/draft-href.ts';
import { useDrafts } from '../drafts/use-drafts.ts';
import type { ChangeRequest } from './change-request.ts';
import { keepInDraft } from './keep-in-draft.ts';

interface KeepStageProps {
  readonly cluster: string;
  readonly keeping: NonNullable<ChangeRequest['keeping']>;
  readonly back: ReactNode;
  readonly onClose: () => void;
}

/** Puts a change aside: into a draft of its own, or into one that is there. */
export function KeepStage({ cluster, keeping, back, onClose }: KeepStageProps) {
  const t = useTranslations('drafts');
  const change = useTranslations('change');
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { data: drafts = [] } = useDrafts(cluster);
  const [asked] = useState(() => keeping.change());
  // What replaces the whole would undo what else is in the draft.
  const whole = asked.change.kind === 'replace' || asked.change.kind === 'go-back';
  const [into, setInto] = useState('');
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [kept, setKept] = useState<{ id: string; title: string } | null>(null);
  const field = useFocusAtStart<HTMLInputElement>();
  const off = into === '' && title.trim() === '' ? t('titleMissing') : null;

  const keep = async () => {
    if (off || busy) return;
    setBusy(true);
    setRefusal(null);
    setProblems([]);
    try {
      const draft = drafts.find(({ id }) => id === into);
      const result = await keepInDraft(cluster, asked, draft ?? { title: title.trim() });
      if (result.ok) {
        keeping.onKept?.();
        setKept({ id: result.id, title: draft?.title ?? title.trim() });
        void queries.invalidateQueries({ queryKey: ['drafts', cluster] });
      } else if ('problems' in result) setProblems(result.problems);
      else {
        setRefusal(t('movedWhile'));
        void queries.invalidateQueries({ queryKey: ['drafts', cluster] });
      }
    } catch (error) {
      setRefusal(refusalText(error));
    }
    setBusy(false);
  };

  if (kept)
    return (
      <>
        <DialogBody>
          <output>{t('kept', { title: kept.title })}</output>
        </DialogBody>
        <DialogFoot>
          <Link href={draftHref(cluster, kept.id)} className="mr-auto text-accent hover:underline">
            {t('open')}
          </Link>
          <Button look="primary" onClick={onClose}>
            {change('done')}
          </Button>
        </DialogFoot>
      </>
    );
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <DialogBody className="flex flex-col gap-4">
        <h3 className="font-medium">{t('keepTitle')}</h3>
        <p className="text-ink-2">{t('keepNote')}</p>
        {drafts.length > 0 ? (
          <Field label={t('into')} note={whole ? t('wholeOnly') : null}>
            {(control) => (
              <Select {...control} value={into} onChange={(event) => setInto(event.target.value)}>
                <option value="">{t('newDraft')}</option>
                {whole
                  ? null
                  : drafts.map((draft) => (
                      <option key={draft.id} value={draft.id}>
                        {draft.title}
                      </option>
                    ))}
              </Select>
            )}
          </Field>
        ) : null}
        {into === '' ? (
          <Field label={t('title')}>
            {(control) => (
              <Input
                {...control}
                ref={field}
                value={title}
                maxLength={120}
                autoComplete="off"
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <RefusalText>{refusal}</RefusalText>
        {problems.map((problem) => (
          <RefusalText key={`${problem.path.join('.')} ${problem.message}`}>{problemText(problem)}</RefusalText>
        ))}
      </DialogBody>
      <DialogFoot>
        {back}
        <Button type="submit" look="primary" busy={busy} offBecause={off}>
          {t('keepNow')}
        </Button>
      </DialogFoot>
    </form>
  );
}
