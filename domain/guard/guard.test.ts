import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Definition, definitionSchema } from '../definition/definition.ts';
import type { Guard } from '../definition/settings.ts';
import { desiredTable } from '../desired/desired-table.ts';
import { drainOf, rampOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { capacityOf } from './capacity.ts';
import { guardBreaches } from './guard.ts';
import { uncoveredBreaches, vouchedOverlays } from './uncovered-breaches.ts';

const address = (last: number) => `10.0.0.${last}`;
const definitionOf = (weights: readonly number[], guard: Partial<Guard> = {}, services = 1): Definition =>
  definitionSchema.parse({
    services: Array.from({ length: services }, (_, at) => ({
      name: `s${at}`,
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 + at },
      scheduler: 'wrr',
      destinations: weights.map((weight, last) => ({
        ...{ address: address(last + 1), port: 80 + at, forwarding: 'direct-routing', weight },
      })),
    })),
    settings: { guard },
  });
const drain = (last: number, more: Parameters<typeof drainOf>[1] = {}) =>
  drainOf({ kind: 'real-server', name: address(last) }, { id: `d${last}`, ...more });
const breaches = (before: Definition, after: Definition, was: Overlay[] = [], is: Overlay[] = []) =>
  guardBreaches(desiredTable(before, was), desiredTable(after, is));

describe('a drain', () => {
  const four = definitionOf([1, 1, 1, 1], { leastServing: 2 });

  it('may leave what the guard asks for, and no less', () => {
    expect(breaches(four, four, [], [drain(1), drain(2)])).toEqual([]);
    expect(breaches(four, four, [], [drain(1), drain(2), drain(3)])).toMatchObject([
      { service: 'TCP 10.0.0.100:80', before: { serving: 4 }, after: { serving: 1, weightPercent: 25 } },
    ]);
  });

  it('counts alike in every mode', () => {
    const out = [drain(1), drain(2, { mode: 'elsewhere' }), drain(3, { mode: 'cut' })];
    expect(breaches(four, four, [], out)).toMatchObject([{ after: { serving: 1, weightPercent: 25 } }]);
  });

  it('is measured by weight, too', () => {
    const heavy = definitionOf([6, 2, 2], { leastWeightPercent: 50 });
    expect(breaches(heavy, heavy, [], [drain(2), drain(3)])).toEqual([]);
    expect(breaches(heavy, heavy, [], [drain(1)])).toMatchObject([{ after: { serving: 2, weightPercent: 40 } }]);
  });

  it('may end although too little serves then as well', () => {
    const out = [drain(1), drain(2), drain(3), drain(4)];
    expect(breaches(four, four, out, out.slice(1))).toEqual([]);
  });
});

describe('a change of the definition', () => {
  it('may not write the weights that would be drained', () => {
    const guard = { leastServing: 2 };
    expect(breaches(definitionOf([1, 1], guard), definitionOf([1, 0], guard))).toMatchObject([
      { after: { serving: 1 } },
    ]);
    const half = { leastWeightPercent: 60 };
    expect(breaches(definitionOf([1, 1], half), definitionOf([1, 0], half))).toMatchObject([
      { after: { weightPercent: 50 } },
    ]);
  });

  it('may write all weights on another scale', () => {
    const guard = { leastWeightPercent: 60 };
    expect(breaches(definitionOf([1, 1, 1], guard), definitionOf([100, 100, 100], guard))).toEqual([]);
    expect(breaches(definitionOf([100, 100, 100], guard), definitionOf([1, 1, 0], guard))).toEqual([]);
    expect(breaches(definitionOf([1, 1], guard), definitionOf([100, 0], guard))).toMatchObject([
      { after: { weightPercent: 50 } },
    ]);
  });

  it('doesn’t loosen the guard that it breaches', () => {
    expect(breaches(definitionOf([1, 1], { leastServing: 2 }), definitionOf([1, 0]))).toHaveLength(1);
  });

  it('may write a guard that is not reached, and services that come below it', () => {
    expect(breaches(definitionOf([1]), definitionOf([1], { leastServing: 2 }))).toEqual([]);
    const guard = { leastServing: 2 };
    expect(breaches(definitionOf([1, 1], guard, 0), definitionOf([1], guard, 1))).toEqual([]);
  });
});

const overlaysFor = (count: number): fc.Arbitrary<Overlay[]> =>
  fc
    .array(
      fc.record({
        last: fc.integer({ min: 1, max: count }),
        kind: fc.constantFrom('wait', 'elsewhere', 'cut', 'ramp'),
        share: fc.integer({ min: 1, max: 999 }),
        overGuard: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((all) =>
      all.map(({ last, kind, share, overGuard }, index) => {
        const target = { kind: 'real-server' as const, name: address(last) };
        const more = { id: `o${index}`, overGuard };
        return kind === 'ramp' ? rampOf(target, share, more) : drainOf(target, { ...more, mode: kind as 'wait' });
      }),
    );

const situation = fc
  .record({
    weights: fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }),
    guard: fc.record({ leastServing: fc.nat(4), leastWeightPercent: fc.nat(100) }),
  })
  .chain(({ weights, guard }) =>
    fc.record({
      definition: fc.constant(definitionOf(weights, guard, 2)),
      overlays: overlaysFor(weights.length),
      more: overlaysFor(weights.length),
    }),
  );

describe('of any overlays', () => {
  it('a change without a breach leaves no service below its guard that wasn’t, and none lower', () => {
    fc.assert(
      fc.property(situation, ({ definition, overlays, more }) => {
        const [before, after] = [desiredTable(definition, overlays), desiredTable(definition, [...overlays, ...more])];
        const named = new Set(guardBreaches(before, after).map(({ service }) => service));
        const { leastServing, leastWeightPercent } = definition.settings.guard;
        for (const [at, service] of after.services.entries()) {
          if (named.size > 0 && named.has(`TCP 10.0.0.100:${80 + at}` as never)) continue;
          const [had, has] = [capacityOf(before.services[at] as typeof service), capacityOf(service)];
          expect(has.serving >= Math.min(leastServing, had.serving)).toBe(true);
          expect(has.weightPercent >= Math.min(leastWeightPercent, had.weightPercent)).toBe(true);
        }
      }),
    );
  });

  it('taking reasons away is no breach', () => {
    fc.assert(
      fc.property(situation, ({ definition, overlays, more }) => {
        expect(breaches(definition, definition, [...overlays, ...more], overlays)).toEqual([]);
      }),
    );
  });

  it('what is vouched for is refused by no director, and nothing else is changed by it', () => {
    fc.assert(
      fc.property(situation, ({ definition, overlays }) => {
        const vouched = vouchedOverlays(definition, overlays);
        expect(uncoveredBreaches(definition, vouched)).toEqual([]);
        expect(vouched.map((one) => ({ ...one, overGuard: false }))).toEqual(
          overlays.map((one) => ({ ...one, overGuard: false })),
        );
        if (uncoveredBreaches(definition, overlays).length === 0) expect(vouched).toEqual(overlays);
      }),
    );
  });

  it('what nobody let through is named', () => {
    const two = definitionOf([1, 1], { leastServing: 1 });
    expect(uncoveredBreaches(two, [drain(1), drain(2)])).toHaveLength(1);
    expect(uncoveredBreaches(two, [drain(1), drain(2, { overGuard: true })])).toEqual([]);
    expect(uncoveredBreaches(two, [drain(1)])).toEqual([]);
  });
});
