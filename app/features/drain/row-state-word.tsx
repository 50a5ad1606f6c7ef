'use client';

import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { formatCount } from '../../lib/formats.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { DestinationStateWord } from '../numbers/destination-state-word.tsx';
import { phaseOf } from './drain-line.ts';
import { phaseLooks } from './phase-looks.ts';

/** The state of a row, and of its drain or its return where that says more: overdue, returning, awaiting checks. */
export function RowStateWord({ row }: { readonly row: Pick<DestinationRow, 'state' | 'drain' | 'returning'> }) {
  const t = useTranslations('drain');
  const old = useContext(FreshnessContext) === 'unknown';
  const { state, drain, returning } = row;
  const phase = drain || returning ? phaseOf({ drain, returning }) : null;
  if (old || (phase !== 'past-deadline' && phase !== 'returning' && phase !== 'awaiting-checks'))
    return <DestinationStateWord state={state} />;
  const count = formatCount(drain?.activeConn ?? 0);
  return (
    <StateWord {...phaseLooks[phase]} title={t(`phaseWhy.${phase}`)}>
      {t(`rowPhases.${phase}`, { count })}
    </StateWord>
  );
}
