'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView } from '../../../domain/display/views.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { formatCount } from '../../lib/formats.ts';
import { ViewClock } from '../../lib/view-clock.ts';
import { ClockContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { phaseCounts } from './drain-line.ts';
import { linesOfCluster } from './lines-of.ts';
import { PhaseWord } from './phase-word.tsx';

interface ManyProgressProps {
  readonly cluster: string;
  readonly names: readonly string[];
}

/** What becomes of many real servers at once, in numbers: one view of the cluster tells of all of them. */
export function ManyProgress({ cluster, names }: ManyProgressProps) {
  const t = useTranslations('drain');
  const overview = useTranslations('overview');
  const [view, setView] = useState<ClusterView | null>(null);
  const [clock] = useState(() => new ViewClock(0));
  useEffect(() => {
    const subscription = consoleClient().live.cluster.subscribe(
      { cluster },
      {
        onData: ({ data }) => {
          clock.arrived(data.at);
          setView(data);
        },
      },
    );
    return () => subscription.unsubscribe();
  }, [cluster, clock]);
  if (!view) return null;
  const asked = new Set(names);
  const realServers = view.realServers.filter(({ name }) => asked.has(name));
  const lines = linesOfCluster({ ...view, realServers });
  const serving = realServers.length - lines.length;
  const heard = realServers.flatMap(({ receivedAt }) => receivedAt ?? []);
  return (
    <ClockContext.Provider value={clock}>
      <Fresh receivedAt={heard.length > 0 ? Math.max(...heard) : null}>
        <section aria-label={t('left')} className="flex flex-col gap-2">
          <output className="flex flex-wrap gap-x-4 gap-y-1">
            {phaseCounts(lines).map(({ phase, count }) => (
              <PhaseWord key={phase} phase={phase} count={count} />
            ))}
            {serving > 0 ? (
              <StateWord tone="ok" icon={CircleCheck}>
                {overview('counts', { serving: formatCount(serving) })}
              </StateWord>
            ) : null}
          </output>
          <p className="text-ink-3">{t('goesOn')}</p>
        </section>
      </Fresh>
    </ClockContext.Provider>
  );
}
