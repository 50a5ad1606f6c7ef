'use client';

import { createParser, useQueryState } from 'nuqs';
import { type ComparedPair, comparedPairText, parseComparedPair } from './compared-pair.ts';

const parser = createParser<ComparedPair>({
  parse: parseComparedPair,
  serialize: comparedPairText,
  eq: (a, b) => a.from === b.from && a.to === b.to,
}).withOptions({ history: 'push' });

/** The two revisions that are compared, kept in the URL (`?compare=11,14`); null shows the list. */
export const useCompared = () => useQueryState('compare', parser);
