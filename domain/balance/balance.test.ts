import { describe, expect, it } from 'vitest';
import { observe, secondsTo, tutorialWith, web1, web2 } from '../display/cluster-record.example.ts';
import type { VirtualService } from '../lvs/table.ts';
import { History } from '../observation/history.ts';
import { balanceOf } from './balance.ts';
import { chiSquareP } from './chi-square.ts';
import { expectedShares } from './expected-shares.ts';

describe('chiSquareP', () => {
  // Upper 5 %, 1 % and 0.1 % points of the chi-square distribution, from its standard table.
  it.each([
    [1, 3.841, 0.05],
    [1, 10.828, 0.001],
    [2, 5.991, 0.05],
    [4, 13.277, 0.01],
    [9, 16.919, 0.05],
    [30, 59.703, 0.001],
  ])('with %i degrees of freedom gives %f the chance %f', (freedom, statistic, chance) => {
    // All of the statistic in the first cell: (o − e)² / e with e = 100.
    const expected = Array<number>(freedom + 1).fill(100);
    const observed = expected.map((count, index) => (index === 0 ? count + Math.sqrt(statistic * 100) : count));
    expect(chiSquareP(observed, expected)).toBeCloseTo(chance, 4);
  });

  it('is 1 for counts as expected and near 0 for all in one place', () => {
    expect(chiSquareP([25, 75], [25, 75])).toBe(1);
    expect(chiSquareP([100, 0], [25, 75])).toBeLessThan(1e-60);
  });
});

describe('expectedShares', () => {
  it('follows weights where the scheduler does', () => {
    expect(expectedShares('wrr', [1, 3])).toEqual([0.25, 0.75]);
    expect(expectedShares('rr', [1, 3])).toEqual([0.5, 0.5]);
    expect(expectedShares('rr', [0, 3])).toEqual([0, 1]);
    expect(expectedShares('fo', [1, 3, 2])).toEqual([0, 1, 0]);
    expect(expectedShares('wrr', [0, 0])).toEqual([null, null]);
  });
});

describe('balanceOf', () => {
  const [tutorial] = tutorialWith({});
  const service = tutorial as VirtualService;
  const judged = (seconds: number[], perSecond: Record<string, number>, of = service) => {
    const history = new History();
    observe(history, [of], seconds, (second, to) => ({ conns: second * (perSecond[to] ?? 0) }));
    return balanceOf(history, of);
  };

  it('calls 1:3 by weights 1 and 3 balanced', () => {
    const balance = judged(secondsTo(20), { [web1]: 10, [web2]: 30 });
    expect(balance.verdict.kind).toBe('balanced');
    expect(balance.shares.get(web1)).toMatchObject({ expected: 0.25, got: 0.25 });
  });

  it('calls all on one skewed', () => {
    expect(judged(secondsTo(20), { [web1]: 40, [web2]: 0 }).verdict).toMatchObject({
      kind: 'skewed',
      connections: 800,
    });
  });

  it('says when too little came to say', () => {
    expect(judged(secondsTo(10), { [web1]: 0.5, [web2]: 0 }).verdict.kind).toBe('too-little-traffic');
    expect(judged([5], { [web1]: 9, [web2]: 9 }).verdict.kind).toBe('unknown');
  });

  it('calls nothing balanced that only few connections keep from being called skewed', () => {
    expect(judged(secondsTo(10), { [web1]: 4, [web2]: 0 }).verdict.kind).toBe('skewed');
    expect(judged(secondsTo(10), { [web1]: 1.2, [web2]: 1.2 }).verdict.kind).toBe('too-little-traffic');
    expect(judged(secondsTo(10), { [web1]: 0.7, [web2]: 1.6 }).verdict.kind).toBe('balanced');
  });

  it('does not call trifles skew in a flood', () => {
    expect(judged(secondsTo(299), { [web1]: 2540, [web2]: 7460 }).verdict.kind).toBe('balanced');
  });

  it('judges anew after a change of weights', () => {
    const history = new History();
    const before = (second: number, to: string) => ({ conns: second * (to === web1 ? 40 : 0) });
    observe(history, [service], secondsTo(20), before);
    const [one, three] = service.destinations;
    if (!one || !three) throw new Error('the tutorial has two destinations');
    const changed = { ...service, destinations: [{ ...one, weight: 3 }, three] };
    observe(history, [changed], [21, 22], (_, to) => before(20, to));
    expect(balanceOf(history, changed).verdict.kind).toBe('unknown');
    const half = (second: number, to: string) => ({ conns: before(20, to).conns + (second - 20) * 20 });
    observe(history, [changed], secondsTo(40).slice(23), half);
    expect(balanceOf(history, changed).verdict.kind).toBe('balanced');
  });

  it('judges wlc by the connections that stand', () => {
    const wlc = { ...service, scheduler: 'wlc' };
    const history = new History();
    observe(history, [wlc], secondsTo(70), (_, to) => ({ activeConn: to === web1 ? 100 : 300 }));
    expect(balanceOf(history, wlc)).toMatchObject({ basis: 'load', verdict: { kind: 'balanced' } });
    observe(history, history.layout?.services ?? [], [71], (_, to) => ({ activeConn: to === web1 ? 300 : 100 }));
    expect(balanceOf(history, wlc).verdict.kind).toBe('skewed');
  });

  it('gives wlc time to fill a destination that has just come', () => {
    const wlc = { ...service, scheduler: 'wlc' };
    const history = new History();
    observe(history, [wlc], secondsTo(30), (_, to) => ({ activeConn: to === web1 ? 400 : 0 }));
    expect(balanceOf(history, wlc).verdict.kind).toBe('too-little-traffic');
  });

  it('has nothing to balance where one serves', () => {
    const [one] = service.destinations;
    const alone = { ...service, destinations: one ? [one] : [] };
    expect(judged(secondsTo(10), { [web1]: 9 }, alone).verdict.kind).toBe('nothing-to-balance');
  });

  it('raises no alarm over fair traffic at any rate', () => {
    let seed = 42;
    // A small generator with a fixed seed (Park–Miller), so that this says the same on every run.
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    for (const rate of [0.1, 1, 10, 100]) {
      const counts = { [web1]: 0, [web2]: 0 };
      const history = new History();
      let alarms = 0;
      for (let second = 0; second < 3000; second++) {
        for (let n = 0; n < rate; n++)
          if (rate >= 1 || random() < rate) {
            const to = random() < 0.25 ? web1 : web2;
            counts[to] = (counts[to] ?? 0) + 1;
          }
        observe(history, history.layout?.services ?? [service], [second], (_, to) => ({ conns: counts[to] ?? 0 }));
        if (balanceOf(history, service).verdict.kind === 'skewed') alarms++;
      }
      expect(alarms, `at ${rate}/s`).toBe(0);
    }
  });
});
