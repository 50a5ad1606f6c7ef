'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import { Fresh } from '../numbers/fresh.tsx';
import { DrainFiguresLine } from './drain-figures-line.tsx';
import { type DrainLine, phaseOf } from './drain-line.ts';
import { DrainLineActions } from './drain-line-actions.tsx';
import { PhaseWord } from './phase-word.tsx';
import { RampProgress } from './ramp-progress.tsx';

/** One line of what is out or on the way: how far it is, what is left, why, and what can be done about it. */
export function DrainLineRow({ cluster, line }: { readonly cluster: string; readonly line: DrainLine }) {
  const t = useTranslations('drain');
  const { name, href, more, within, drain, returning, overlays, receivedAt } = line;
  const why = overlays.filter(isDrain).map(({ by, reason }) => `${by}: ${reason}`);
  return (
    <li className="border-b last:border-b-0">
      <Fresh receivedAt={receivedAt}>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-1">
          <span className="w-36">
            <PhaseWord phase={phaseOf(line)} />
          </span>
          <span className="min-w-0 flex-1 basis-44 truncate" title={[more, ...why].filter(Boolean).join('\n')}>
            {href ? (
              <Link href={href} className="font-medium hover:underline">
                {name}
              </Link>
            ) : (
              <span className="font-medium">{name}</span>
            )}{' '}
            {drain && drain.mode !== 'wait' ? (
              <span className="text-ink-2">{t(`modesShort.${drain.mode}`)} </span>
            ) : null}
            {within.length > 0 ? <span className="figures text-ink-2">{within.join(' ')} </span> : null}
            <span className="text-ink-3">{why.join(' · ') || more}</span>
          </span>
          {returning ? <RampProgress returning={returning} /> : drain ? <DrainFiguresLine drain={drain} /> : null}
          <DrainLineActions cluster={cluster} line={line} />
        </div>
      </Fresh>
    </li>
  );
}
