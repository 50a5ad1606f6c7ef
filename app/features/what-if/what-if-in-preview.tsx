'use client';

import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { DirectorPreview } from '../../../domain/display/preview.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { outcomeOf } from '../../../domain/scheduling/what-if.ts';
import { Button } from '../../ui/button.tsx';
import { Evenness } from './evenness.tsx';
import { outcomeRows } from './outcome-rows.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { replayedAs } from './replayed-as.ts';
import { TrafficExtent } from './traffic-extent.tsx';
import { useRecentTraffic } from './use-recent-traffic.ts';

interface WhatIfInPreviewProps {
  readonly cluster: string;
  readonly before: ServiceDefinition;
  readonly after: ServiceDefinition;
  readonly directors: readonly DirectorPreview[];
}

/** Under a change's plan: what it would have made of the service's recent traffic, when somebody asks. */
export function WhatIfInPreview({ cluster, before, after, directors }: WhatIfInPreviewProps) {
  const t = useTranslations('whatIf');
  const { traffic, busy, refusal, ask } = useRecentTraffic(cluster, serviceKeyText(before.key));
  const real = directors.filter(({ simulated }) => !simulated).map(({ director }) => director);
  const outcomes = useMemo(() => {
    if (!traffic) return null;
    const [was, becomes] = [before, after].map((service) =>
      outcomeOf(replayedAs(service, traffic.rows), traffic.recent),
    );
    return was && becomes ? { before: was, after: becomes } : null;
  }, [traffic, before, after]);
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{t('title')}</h3>
        {real.map((director) => (
          <Button
            key={director}
            busy={busy}
            icon={<History aria-hidden className="size-3.5" />}
            onClick={() => void ask(director)}
          >
            {t('replayOn', { director })}
          </Button>
        ))}
      </div>
      {real.length === 0 ? <p className="text-ink-2">{t('simulated')}</p> : null}
      {refusal ? <p className="text-bad">{refusal}</p> : null}
      {traffic ? (
        traffic.recent.arrivals.length === 0 ? (
          <p className="text-ink-2">{t('nothingCame', { director: traffic.director })}</p>
        ) : outcomes ? (
          <>
            <OutcomeTable rows={outcomeRows(before, after, traffic.rows)} {...outcomes} />
            <Evenness {...outcomes} />
            <TrafficExtent traffic={traffic} />
          </>
        ) : (
          <p className="text-ink-2">{t('notReplayable')}</p>
        )
      ) : (
        <p className="text-[12px] text-ink-3">{t('about')}</p>
      )}
    </section>
  );
}
