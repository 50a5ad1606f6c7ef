'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';

interface LeaveGuard {
  /** Closes, or asks first. */
  readonly close: () => void;
  /** The question, to stand at the top of the drawer; null while nothing is asked. */
  readonly question: ReactNode;
}

/** Asks before a drawer is closed over something that was typed; closing it once more closes it. */
export function useLeaveGuard(losesTyped: boolean, leave: () => void): LeaveGuard {
  const t = useTranslations('change');
  const [asked, setAsked] = useState(false);
  return {
    close: () => (losesTyped && !asked ? setAsked(true) : leave()),
    question:
      asked && losesTyped ? (
        <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
          <div className="min-w-0 flex-1 basis-60">
            <RefusalText>{t('leave')}</RefusalText>
          </div>
          <Button onClick={() => setAsked(false)}>{t('stay')}</Button>
          <Button look="danger" onClick={leave}>
            {t('leaveNow')}
          </Button>
        </div>
      ) : null,
  };
}
