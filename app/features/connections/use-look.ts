'use client';

import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConnectionFilter, ConnectionSummary } from '../../../domain/connections/connection-summary.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { ClockContext } from '../../ui/clock.tsx';

/** What a look has found, and when. */
export interface Look {
  readonly summary: ConnectionSummary;
  /** Milliseconds since 1970 on the view's clock. */
  readonly at: number;
  /** False while the director goes on looking. */
  readonly ended: boolean;
}

/** Asks a director for a look, when told to, and follows what it finds; the last one stays until the next has begun. */
export function useLook(director: string) {
  const errors = useTranslations('errors');
  const clock = useContext(ClockContext);
  const [look, setLook] = useState<Look | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const followed = useRef<{ unsubscribe(): void } | null>(null);
  useEffect(() => () => followed.current?.unsubscribe(), []);
  const ask = useCallback(
    (filter: ConnectionFilter): void => {
      setBusy(true);
      setRefusal(null);
      followed.current?.unsubscribe();
      const end = () => {
        // A subscription that ended would be asked for again at the next connection.
        followed.current?.unsubscribe();
        followed.current = null;
        setBusy(false);
      };
      followed.current = consoleClient().connections.follow.subscribe(
        { director, filter },
        {
          onData: ({ summary, ended }) => {
            setLook({ summary, at: clock.now(), ended });
            if (ended) end();
          },
          onError: (error) => {
            setRefusal(errors(errorCode(error)));
            end();
          },
        },
      );
    },
    [director, clock, errors],
  );
  return { look, busy, refusal, ask };
}
