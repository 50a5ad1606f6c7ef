import { describe, expect, it } from 'vitest';
import { comparedPairText, parseComparedPair } from './compared-pair.ts';

describe('a pair of revisions in the URL', () => {
  it('comes back as it was written', () => {
    for (const pair of [
      { from: 11, to: 14 },
      { from: 14, to: 0 },
    ])
      expect(parseComparedPair(comparedPairText(pair))).toEqual(pair);
  });
  it('is none where the URL says something else', () => {
    for (const text of ['', '11', '11,', 'a,b', '1,2,3', '-1,2', '1.5,2'])
      expect(parseComparedPair(text), text).toBeNull();
  });
});
