'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../../domain/definition/change.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';

interface ProblemsNoticeProps {
  readonly problems: readonly Problem[];
  readonly back: ReactNode;
  readonly onAgain: () => void;
}

/** What the console found wrong, where no form can show it beside its fields. */
export function ProblemsNotice({ problems, back, onAgain }: ProblemsNoticeProps) {
  const t = useTranslations('change');
  const text = useProblemText();
  return (
    <>
      <DialogBody>
        <div role="alert">
          <p className="font-medium text-bad">{t('problemsTitle')}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {problems.map((problem) => (
              <li key={`${problem.path.join('.')} ${problem.message}`}>
                {problem.path.length > 0 ? (
                  <span className="figures text-ink-2">{problem.path.join(' › ')}: </span>
                ) : null}
                {text(problem)}
              </li>
            ))}
          </ul>
        </div>
      </DialogBody>
      <DialogFoot>
        {back}
        <Button onClick={onAgain}>{t('again')}</Button>
      </DialogFoot>
    </>
  );
}
