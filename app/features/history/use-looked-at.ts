'use client';

import { parseAsIsoDateTime, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { atLeastShortest, type LookedAt, lookedAt, type Preset, presets } from './history-ranges.ts';

const parsers = {
  range: parseAsStringLiteral(presets).withDefault('10m'),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

export interface LookedAtUrl {
  readonly looked: LookedAt;
  readonly setPreset: (preset: Preset) => void;
  readonly setStretch: (range: { readonly from: number; readonly to: number }) => void;
}

/** What time the charts of a page show, kept in the URL: going back undoes a zoom. */
export function useLookedAt(): LookedAtUrl {
  const [url, setUrl] = useQueryStates(parsers, { history: 'push' });
  const [from, to] = [url.from?.getTime() ?? null, url.to?.getTime() ?? null];
  return {
    looked: useMemo(() => lookedAt(url.range, from, to), [url.range, from, to]),
    setPreset: (range) => void setUrl({ range, from: null, to: null }),
    setStretch: (range) => {
      const stretch = atLeastShortest(range);
      void setUrl({ from: new Date(stretch.from), to: new Date(stretch.to) });
    },
  };
}
