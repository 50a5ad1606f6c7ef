'use client';

import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { LinePhase } from './drain-line.ts';
import { phaseLooks } from './phase-looks.ts';

/** What the console knows by itself, whatever the directors say. */
const known = new Set<LinePhase>(['requested', 'sent', 'past-deadline', 'awaiting-checks']);

interface PhaseWordProps {
  readonly phase: LinePhase;
  /** How many are in it; said where several are counted together. */
  readonly count?: number;
}

/** How far a drain or a return is, in a word and an icon. */
export function PhaseWord({ phase: said, count }: PhaseWordProps) {
  const t = useTranslations('drain');
  const phase = useContext(FreshnessContext) === 'unknown' && !known.has(said) ? 'unknown' : said;
  return (
    <StateWord {...phaseLooks[phase]} title={t(`phaseWhy.${phase}`)}>
      {t(`phases.${phase}`)}
      {count === undefined ? null : ` ${count}`}
    </StateWord>
  );
}
