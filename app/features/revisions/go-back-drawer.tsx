'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { ChangeSteps } from '../change/change-steps.tsx';
import { goBackChange } from '../change/go-back-change.ts';
import { DifferenceList } from './difference-list.tsx';
import { useRevision } from './use-revision.ts';

interface GoBackDrawerProps {
  readonly cluster: string;
  /** The newest revision when the drawer opened. */
  readonly newest: number;
  readonly number: number;
  readonly onClose: () => void;
}

/** Goes back to a revision, after a look at what that does. */
export function GoBackDrawer({ cluster, newest, number, onClose }: GoBackDrawerProps) {
  const t = useTranslations('revisions');
  const refusalText = useRefusalText();
  // As it was when the drawer opened: once applied there is a newer one.
  const [base] = useState(newest);
  const [request] = useState(() => goBackChange(cluster, base, number));
  const goal = useRevision(cluster, number);
  const now = useRevision(cluster, base);
  return (
    <Dialog open drawer onClose={onClose} title={t('goBackTitle', { number: String(number) })} closesOutside={false}>
      {goal.data && now.data ? (
        <ChangeSteps
          request={request}
          onClose={onClose}
          about={
            <section aria-label={t('goBackChanges')}>
              <p className="mb-2 text-ink-2">
                {t('goBackNote', { author: goal.data.author, reason: goal.data.reason })}
              </p>
              <h3 className="mb-1 font-medium">{t('goBackChanges')}</h3>
              <div className="max-h-[36vh] overflow-y-auto border [&_li:first-child>*]:border-t-0 [&_ul]:border-b-0">
                <DifferenceList
                  before={now.data.definition}
                  after={goal.data.definition}
                  label={t('goBackChanges')}
                  same={t('same')}
                />
              </div>
            </section>
          }
        />
      ) : (
        <DialogBody>
          <RefusalText>{refusalText(goal.error ?? now.error)}</RefusalText>
          {goal.error || now.error ? null : <output className="text-ink-2">{t('reading')}</output>}
        </DialogBody>
      )}
    </Dialog>
  );
}
