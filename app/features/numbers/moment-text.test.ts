import { describe, expect, it } from 'vitest';
import { momentText } from './moment-text.ts';

describe('momentText', () => {
  const at = Date.UTC(2026, 10, 23, 1, 5, 9);

  it('is the date and the time to the second', () => {
    expect(momentText(at, 'UTC')).toBe('2026-11-23 01:05:09');
  });

  it('is of the zone that is asked for', () => {
    expect(momentText(at, 'Asia/Shanghai')).toBe('2026-11-23 09:05:09');
    expect(momentText(at, 'America/Los_Angeles')).toBe('2026-11-22 17:05:09');
  });
});
