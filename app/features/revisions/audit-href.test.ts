import { expect, it } from 'vitest';
import { auditFiltersOf } from '../audit/audit-filters.ts';
import { auditHref } from './audit-href.ts';

it('leads to the row of that very moment', () => {
  const at = Date.UTC(2026, 10, 23, 1, 15, 31, 204);
  const address = new URL(auditHref('shop', { at }), 'http://console');
  expect(address.pathname).toBe('/audit');
  expect(auditFiltersOf(Object.fromEntries(address.searchParams))).toEqual({
    cluster: 'shop',
    action: 'definition.apply',
    from: at,
    to: at,
  });
});
