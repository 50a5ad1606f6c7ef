'use client';

import { CircleDashed, CircleHelp, type LucideIcon, Minus, Scale, TriangleAlert } from 'lucide-react';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { BalanceVerdict } from '../../../domain/balance/verdict.ts';
import { formatCount } from '../../lib/formats.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord, type Tone } from '../../ui/state-word.tsx';

const looks: Record<BalanceVerdict['kind'], { tone: Tone; icon: LucideIcon }> = {
  balanced: { tone: 'ok', icon: Scale },
  'as-configured': { tone: 'ok', icon: Scale },
  skewed: { tone: 'warn', icon: TriangleAlert },
  'too-little-traffic': { tone: 'idle', icon: CircleDashed },
  'nothing-to-balance': { tone: 'idle', icon: Minus },
  unknown: { tone: 'idle', icon: CircleHelp },
};

/** Whether the shares fit the weights, with the sample that says so on hover. */
export function VerdictWord({ verdict: said }: { readonly verdict: BalanceVerdict }) {
  const t = useTranslations('words');
  const verdict: BalanceVerdict = useContext(FreshnessContext) === 'unknown' ? { kind: 'unknown' } : said;
  const why = t(`verdictWhy.${verdict.kind}`, {
    connections: 'connections' in verdict ? formatCount(verdict.connections) : '',
    seconds: 'seconds' in verdict ? formatCount(verdict.seconds) : '',
    chance: 'pValue' in verdict ? formatChance(verdict.pValue) : '',
  });
  return (
    <StateWord {...looks[verdict.kind]} title={why}>
      {t(`verdict.${verdict.kind}`)}
    </StateWord>
  );
}

/** `0.003` or `< 0.0001`: a chance of 0–1. */
export const formatChance = (chance: number): string => (chance < 0.0001 ? '< 0.0001' : chance.toPrecision(1));
