import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampSteps, rampWeights } from './ramp-steps.ts';

const over = fc.integer({ min: 5, max: 86_400 });

describe('the steps of a ramp', () => {
  it('rise, below the whole weight, within the time', () => {
    fc.assert(
      fc.property(over, (seconds) => {
        const { every, shares } = rampSteps(seconds);
        expect(shares.length).toBeGreaterThan(0);
        expect(shares.length).toBeLessThanOrEqual(20);
        expect(every * shares.length).toBeLessThanOrEqual(seconds);
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThan(shares[index - 1] ?? 0);
          expect(share).toBeLessThan(1000);
        }
      }),
    );
  });

  it('double at first, and then rise evenly', () => {
    expect(rampSteps(60)).toEqual({ every: 5, shares: [16, 32, 64, 128, 256, 462, 538, 615, 692, 769, 846, 923] });
    expect(rampSteps(5)).toEqual({ every: 5, shares: [500] });
    expect(rampSteps(3600).every).toBe(180);
  });
});

describe('the weights on the way', () => {
  it('are at least 1 and rise to just below the written one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), over, (written, seconds) => {
        const weights = rampWeights(written, seconds);
        expect(weights).toEqual([...new Set(weights)].sort((a, b) => a - b));
        for (const weight of weights) expect(weight > 0 && weight < written).toBe(true);
      }),
    );
  });

  it('are none for a written weight of 1', () => {
    expect(rampWeights(1, 600)).toEqual([]);
    expect(rampWeights(3, 20)).toEqual([1, 2]);
    expect(rampWeights(100, 20)).toEqual([6, 13, 25, 50]);
  });
});
