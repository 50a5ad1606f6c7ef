'use client';

import { useContext, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConnectionFilter, ConnectionSummary } from '../../../domain/connections/connection-summary.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { ClockContext } from '../../ui/clock.tsx';

/** A look that was made, and when. */
export interface Look {
  readonly summary: ConnectionSummary;
  /** Milliseconds since 1970 on the view's clock. */
  readonly at: number;
}

/** Asks a director for a look, when told to; the last one stays until the next has come. */
export function useLook(director: string) {
  const errors = useTranslations('errors');
  const clock = useContext(ClockContext);
  const [look, setLook] = useState<Look | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = async (filter: ConnectionFilter): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      const summary = await consoleClient().connections.look.query({ director, filter });
      setLook({ summary, at: clock.now() });
    } catch (error) {
      setRefusal(errors(errorCode(error)));
    }
    setBusy(false);
  };
  return { look, busy, refusal, ask };
}
