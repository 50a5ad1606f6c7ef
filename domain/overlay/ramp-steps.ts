import { sharedWeight } from './laid-over.ts';

/** A return to service in steps, over some seconds. */
export interface RampSteps {
  /** Seconds that each step stands. */
  readonly every: number;
  /** Thousandths of the written weight, one for each step; after the last the written weight stands. */
  readonly shares: readonly number[];
}

/** Seconds: shorter steps would say nothing, as counters are refreshed every two. */
const shortest = 5;
const mostSteps = 20;
/** Thousandths with which a long ramp begins. */
const smallest = 16;

/** The steps of a ramp over so many seconds (5 or more): shares double at first, and then rise evenly. */
export function rampSteps(over: number): RampSteps {
  const every = Math.max(shortest, Math.ceil(over / mostSteps));
  const count = Math.max(1, Math.floor(over / every));
  const first = Math.max(smallest, 1000 / 2 ** count);
  const shares = Array.from({ length: count }, (_, step) => {
    const evenly = ((step + 1) / (count + 1)) * 1000;
    return Math.min(999, Math.max(1, Math.round(Math.min(evenly, first * 2 ** step))));
  });
  return { every, shares };
}

/** The weights that a written weight passes on its way; none where no step has another one, as with a weight of 1. */
export function rampWeights(written: number, over: number): readonly number[] {
  const weights = rampSteps(over).shares.map((share) => sharedWeight(written, share));
  return [...new Set(weights)].filter((weight) => weight !== written);
}
