import { expect, test } from 'vitest';
import { aroundHref, chartsHref, goBackHref, stateHref } from './around-hrefs.ts';

const at = Date.UTC(2026, 10, 23, 3, 0);
const row = { at, cluster: 'shop', director: null, resource: null };

test('a quarter of an hour before and after', () => {
  expect(aroundHref(row, null)).toBe('/audit?from=2026-11-23T02%3A45%3A00.000Z&to=2026-11-23T03%3A15%3A00.000Z');
  expect(aroundHref(row, 'shop')).toContain('/audit?cluster=shop&from=');
});

test('charts of the service that a row tells of, or of its director', () => {
  expect(chartsHref({ ...row, resource: 'TCP 10.0.0.100:80', director: 'lb1' })).toMatch(
    /^\/clusters\/shop\/services\/[^?/]+\?from=2026.*#charts$/,
  );
  expect(chartsHref({ ...row, resource: 'TCP 10.0.0.100:80 10.0.0.22:80, TCP 10.0.0.101:80 10.0.0.22:80' })).toMatch(
    /services\/tcp-10\.0\.0\.100-80\?/,
  );
  expect(chartsHref({ ...row, director: 'lb1' })).toMatch(/^\/directors\/lb1\?tab=charts&from=/);
  expect(chartsHref({ ...row, resource: 'web1' })).toBe(null);
});

test('the state then, and the way back', () => {
  expect(stateHref('shop', 3, 9)).toBe('/clusters/shop?tab=revisions&compare=3%2C9');
  expect(goBackHref('shop', 2)).toBe('/clusters/shop?tab=revisions&drawer=go-back%7E2');
});
