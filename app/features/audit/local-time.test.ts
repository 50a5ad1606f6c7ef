import { describe, expect, it } from 'vitest';
import { localText, utcText } from './local-time.ts';

describe('localText and utcText', () => {
  it('lead back to the same minute in any zone', () => {
    expect(localText(utcText('2026-11-23T09:15'))).toBe('2026-11-23T09:15');
    expect(utcText(localText('2026-06-01T23:59:00.000Z'))).toBe('2026-06-01T23:59:00.000Z');
  });

  it('are empty for nothing and for nonsense', () => {
    expect([localText(null), localText('soon'), utcText(''), utcText('soon')]).toEqual(['', '', '', '']);
  });
});
