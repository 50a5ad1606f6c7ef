'use client';

import { Check, GitCompareArrows } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Choices, Side } from '../../../domain/definition/clash.ts';
import type { Definition } from '../../../domain/definition/definition.ts';
import { mergeDefinitions } from '../../../domain/definition/merge.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { MergeSides } from '../change/change-request.ts';
import { momentText } from '../numbers/moment-text.ts';
import { BothChanges } from './both-changes.tsx';
import { ClashChoice } from './clash-choice.tsx';

interface MergeStageProps {
  readonly sides: MergeSides;
  readonly by: string;
  readonly at: number;
  /** What happened, in words. */
  readonly children: ReactNode;
  readonly back: ReactNode;
  /** What the button says that goes on with both. */
  readonly goOn: string;
  readonly busy: boolean;
  readonly onMerged: (merged: Definition) => void;
}

/** Two changes of the same definition: both are shown, put together, and what clashes is for people to choose. */
export function MergeStage({ sides, by, at, children, back, goOn, busy, onMerged }: MergeStageProps) {
  const t = useTranslations('merge');
  const problem = useProblemText();
  const [choices, setChoices] = useState<Choices>({});
  const { base, mine, theirs } = sides;
  const merged = useMemo(
    () => mergeDefinitions(base.definition, mine, theirs.definition, choices),
    [base, mine, theirs, choices],
  );
  const all = (side: Side) => setChoices(Object.fromEntries(merged.clashes.map(({ id }) => [id, side])));
  const revision = { base: String(base.revision), newest: String(theirs.revision) };
  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <div data-wide role="alert" className="flex flex-col gap-1">
          {children}
        </div>
        <BothChanges
          theirs={{
            head: t('theirs', { by, when: momentText(at) }),
            note: theirs.revision === base.revision ? '' : t('theirsFrom', revision),
            before: base.definition,
            after: theirs.definition,
            label: t('takeTheirs'),
            same: t('theirsNothing'),
          }}
          mine={{
            head: t('mine'),
            note: t('mineFrom', revision),
            before: base.definition,
            after: mine,
            label: t('takeMine'),
            same: t('mineNothing'),
          }}
        />
        {merged.clashes.length === 0 ? (
          <StateWord tone="ok" icon={Check}>
            <span className="whitespace-normal">{t('clean')}</span>
          </StateWord>
        ) : (
          <section aria-label={t('clashesTitle')}>
            <div className="mb-1.5 flex flex-wrap items-center gap-2">
              <StateWord tone="warn" icon={GitCompareArrows}>
                <span className="whitespace-normal">{t('clashes', { count: merged.clashes.length })}</span>
              </StateWord>
              {merged.clashes.length > 1 ? (
                <span className="ml-auto flex gap-2">
                  <Button onClick={() => all('theirs')}>{t('allTheirs')}</Button>
                  <Button onClick={() => all('mine')}>{t('allMine')}</Button>
                </span>
              ) : null}
            </div>
            {merged.clashes.map((clash) => (
              <ClashChoice
                key={clash.id}
                clash={clash}
                chosen={choices[clash.id] ?? 'theirs'}
                onChoose={(side) => setChoices({ ...choices, [clash.id]: side })}
              />
            ))}
          </section>
        )}
        {merged.problems.length > 0 ? (
          <div role="alert" className="text-bad">
            <p>{t('refused')}</p>
            <ul>
              {merged.problems.map((one) => (
                <li key={`${one.path.join('.')} ${one.message}`}>{problem(one)}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </DialogBody>
      <DialogFoot>
        {back}
        <Button
          look="primary"
          busy={busy}
          offBecause={merged.problems.length > 0 ? t('refused') : null}
          onClick={() => onMerged(merged.definition)}
        >
          {goOn}
        </Button>
      </DialogFoot>
    </>
  );
}
