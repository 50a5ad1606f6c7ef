'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { errorCode } from '../../lib/error-code.ts';
import { type RecentTraffic, recentTraffic } from './recent-traffic.ts';

/** Asks for recent traffic when told to; the last answer stays until the next has come. */
export function useRecentTraffic(cluster: string, key: ServiceKeyText) {
  const t = useTranslations('whatIf');
  const errors = useTranslations('errors');
  const [traffic, setTraffic] = useState<RecentTraffic | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = async (director: string): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      const found = await recentTraffic(cluster, key, director);
      if (found) setTraffic(found);
      else setRefusal(t('notThere', { director }));
    } catch (error) {
      setRefusal(errors(errorCode(error)));
    }
    setBusy(false);
  };
  return { traffic, busy, refusal, ask };
}
