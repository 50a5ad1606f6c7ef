import { expect, it } from 'vitest';
import { timeLabels } from './time-labels.ts';

const at = (text: string) => Date.parse(text);

it('writes seconds, minutes, days or months, as the ticks need, and dates where days begin', () => {
  const noon = at('2026-11-23T12:00:00Z');
  expect(timeLabels([noon, noon + 15_000], 15_000, 'UTC')).toEqual(['12:00:00', '12:00:15']);
  expect(timeLabels([noon], 3_600_000, 'UTC')).toEqual(['12:00']);
  expect(timeLabels([at('2026-11-24T00:00:00Z')], 3_600_000, 'UTC')).toEqual(['11-24']);
  expect(timeLabels([noon], 86_400_000, 'UTC')).toEqual(['11-23']);
  expect(timeLabels([at('2026-11-01T00:00:00Z')], 30 * 86_400_000, 'UTC')).toEqual(['2026-11']);
});

it('is in the zone that is asked for', () => {
  expect(timeLabels([at('2026-11-23T16:00:00Z')], 3_600_000, 'Asia/Shanghai')).toEqual(['11-24']);
});
