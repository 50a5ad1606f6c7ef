import { expect, it } from 'vitest';
import { forecast } from './forecast.ts';
import { examplePlan } from './release.example.ts';
import type { ForecastServer } from './release-view.ts';

const draining = (name: string, drainSeconds: number | null): ForecastServer => ({ name, drainSeconds, from: 'stay' });
const drains = [
  [draining('web1', 30), draining('web2', 90)],
  [draining('web3', null), draining('web4', 0)],
];
const assumed = { drains, deployment: 300, checks: 15 };

it('goes through each wave on simulated time, with the slowest drain', () => {
  const { waves, took } = forecast(examplePlan(), assumed);
  expect(waves[0]?.steps).toEqual([
    { step: 'drain', from: 0, to: 2_000 },
    { step: 'wait', from: 2_000, to: 92_000 },
    { step: 'hold', from: 92_000, to: 392_000 },
    { step: 'verify', from: 392_000, to: 407_000 },
    { step: 'return', from: 407_000, to: 409_000 },
    { step: 'watch', from: 409_000, to: 469_000 },
  ]);
  expect(waves[1]?.steps.map(({ step }) => step)).toEqual(['drain', 'hold', 'verify', 'return', 'watch']);
  expect(took).toBe(469_000 + 379_000);
});

it('leaves out what the settings leave out, and returns as slowly as the ramp', () => {
  const plan = examplePlan([['web1']], { hold: false, watch: 0, ramp: 120 });
  const { waves } = forecast(plan, { drains: [[draining('web1', 1)]], deployment: 300, checks: 0 });
  expect(waves[0]?.steps).toEqual([
    { step: 'drain', from: 0, to: 2_000 },
    { step: 'wait', from: 2_000, to: 3_000 },
    { step: 'return', from: 3_000, to: 125_000 },
  ]);
});
