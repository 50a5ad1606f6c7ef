'use client';

import { useTranslations } from 'use-intl';
import type { RealServerPlace } from '../../../domain/display/views.ts';
import { Time } from '../numbers/time.tsx';
import { useOutcomeText } from './use-outcome-text.ts';

/** The places where a real server's check fails: on which director, since when, and what it met. */
export function HealthReasons({ places }: { readonly places: readonly RealServerPlace[] }) {
  const t = useTranslations('checks');
  const outcomeText = useOutcomeText();
  const failing = places.filter(({ row }) => row.health?.verdict === 'failing');
  if (failing.length === 0) return null;
  return (
    <section aria-label={t('outHead')} className="border-t px-4 py-2">
      <ul className="flex flex-col gap-0.5">
        {failing.map(({ director, service, row }) => (
          <li key={`${director.name} ${service} ${row.key}`}>
            <span className="figures mr-1.5 text-ink-2">{service}</span>
            {t.rich('outRich', {
              director: director.name,
              outcome: row.health?.last ? outcomeText(row.health.last.outcome) : '',
              since: () => <Time at={row.health?.since ?? 0} />,
            })}
            {row.health?.out ? null : <span className="ml-1.5 text-warn">{t('kept')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
