import { describe, expect, it } from 'vitest';
import { auditFiltersOf } from './audit-filters.ts';

describe('auditFiltersOf', () => {
  it('reads every filter of a URL', () => {
    const filters = auditFiltersOf({
      action: 'drain.start',
      cluster: 'shop',
      text: ' disk ',
      from: '2026-11-23T01:15:00.000Z',
    });
    expect(filters).toEqual({
      action: 'drain.start',
      cluster: 'shop',
      text: 'disk',
      from: Date.UTC(2026, 10, 23, 1, 15),
    });
  });

  it('leaves out what makes no sense, and keeps the rest', () => {
    const filters = auditFiltersOf({
      action: 'dance',
      cluster: '../x',
      from: 'soon',
      outcome: ['done', 'failed'],
      actor: 'ann',
    });
    expect(filters).toEqual({ actor: 'ann' });
  });
});
