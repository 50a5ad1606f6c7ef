import { describe, expect, it } from 'vitest';
import { observe, secondsTo, tutorialWith, web1, web2, webKey } from '../display/cluster-record.example.ts';
import type { VirtualService } from '../lvs/table.ts';
import { History } from '../observation/history.ts';
import { balanceOf } from './balance.ts';
import { chiSquareP } from './chi-square.ts';
import { expectedShares } from './expected-shares.ts';
import { ShareTests } from './share-tests.ts';
import { spreadOf } from './spread.ts';

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

describe('spreadOf', () => {
  it('is even where counts follow the shares', () => {
    expect(spreadOf([10, 30], [0.25, 0.75])).toEqual({ maxToMean: 1, jain: 1, variation: 0 });
  });

  it('has a fairness of 1/n where one of n has all', () => {
    const spread = spreadOf([9, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]);
    expect(spread).toMatchObject({ maxToMean: 4, jain: 0.25 });
    expect(1 / (1 + (spread?.variation ?? 0) ** 2)).toBeCloseTo(0.25);
  });

  it('is nothing without connections', () => {
    expect(spreadOf([0, 0], [0.5, 0.5])).toBeNull();
  });
});

describe('balanceOf', () => {
  const [tutorial] = tutorialWith({});
  const service = tutorial as VirtualService;
  const [one, three] = service.destinations;
  if (!one || !three) throw new Error('the tutorial has two destinations');
  const equal = { ...service, destinations: [one, { ...three, weight: 1 }] };
  const judged = (seconds: number[], perSecond: Record<string, number>, of = service) => {
    const history = new History();
    observe(history, [of], seconds, (second, to) => ({ conns: second * (perSecond[to] ?? 0) }));
    return balanceOf(history, new ShareTests(history), of);
  };

  it('calls 1:3 by weights 1 and 3 as configured, and 1:1 by equal ones balanced', () => {
    const balance = judged(secondsTo(20), { [web1]: 10, [web2]: 30 });
    expect(balance).toMatchObject({ verdict: { kind: 'as-configured' }, spread: { jain: 1 } });
    expect(balance.shares.get(web1)).toMatchObject({ expected: 0.25, got: 0.25 });
    expect(judged(secondsTo(20), { [web1]: 20, [web2]: 20 }, equal).verdict.kind).toBe('balanced');
  });

  it('calls all on one skewed', () => {
    expect(judged(secondsTo(20), { [web1]: 40, [web2]: 0 })).toMatchObject({
      verdict: { kind: 'skewed', connections: 160 },
      spread: { maxToMean: 2, jain: 0.5 },
    });
  });

  it('says when too little came to say', () => {
    expect(judged(secondsTo(10), { [web1]: 0.5, [web2]: 0 }).verdict.kind).toBe('too-little-traffic');
    expect(judged(secondsTo(20), { [web1]: 1.25, [web2]: 3.75 }).verdict.kind).toBe('too-little-traffic');
    expect(judged([5], { [web1]: 9, [web2]: 9 }).verdict.kind).toBe('unknown');
  });

  it('does not call trifles skew in a flood', () => {
    expect(judged(secondsTo(299), { [web1]: 2540, [web2]: 7460 }).verdict.kind).toBe('as-configured');
  });

  it('judges anew after a change of weights', () => {
    const history = new History();
    const tests = new ShareTests(history);
    const before = (second: number, to: string) => ({ conns: second * (to === web1 ? 40 : 0) });
    observe(history, [service], secondsTo(20), before);
    expect(balanceOf(history, tests, service).verdict.kind).toBe('skewed');
    observe(history, [equal], [21, 22], (_, to) => before(20, to));
    expect(balanceOf(history, tests, equal).verdict.kind).toBe('unknown');
    const half = (second: number, to: string) => ({ conns: before(20, to).conns + (second - 20) * 20 });
    observe(history, history.layout?.services ?? [], secondsTo(40).slice(23), half);
    expect(balanceOf(history, tests, equal).verdict.kind).toBe('balanced');
  });

  it('judges anew after a reset of counters, and not over a reboot', () => {
    const history = new History();
    const tests = new ShareTests(history);
    const skewed = (second: number, to: string) => ({ conns: second * (to === web1 ? 40 : 0) });
    observe(history, [service], secondsTo(20), skewed);
    expect(balanceOf(history, tests, service).verdict.kind).toBe('skewed');
    observe(history, history.layout?.services ?? [], [21], () => ({ conns: 0 }));
    expect(balanceOf(history, tests, service).verdict.kind).toBe('unknown');
    const fair = (second: number, to: string) => ({ conns: (second - 21) * (to === web1 ? 10 : 30) });
    observe(history, history.layout?.services ?? [], secondsTo(40).slice(22), fair);
    expect(balanceOf(history, tests, service).verdict.kind).toBe('as-configured');
    observe(history, [service], [41], fair, 'boot-2');
    expect(balanceOf(history, tests, service).verdict.kind).toBe('unknown');
  });

  it('remembers more than the samples that are kept', () => {
    const history = new History();
    const tests = new ShareTests(history);
    const seldom = (second: number, to: string) => ({ conns: to === web1 ? Math.floor(second / 60) : 0 });
    for (let second = 0; second < 7200; second++) {
      observe(history, history.layout?.services ?? [service], [second], seldom);
      tests.of(webKey);
    }
    expect(balanceOf(history, tests, service).verdict).toMatchObject({ kind: 'skewed' });
  });

  it('judges wlc by the connections that stand', () => {
    const wlc = { ...service, scheduler: 'wlc' };
    const history = new History();
    const tests = new ShareTests(history);
    observe(history, [wlc], secondsTo(70), (_, to) => ({ activeConn: to === web1 ? 100 : 300 }));
    expect(balanceOf(history, tests, wlc)).toMatchObject({ basis: 'load', verdict: { kind: 'as-configured' } });
    observe(history, history.layout?.services ?? [], [71], (_, to) => ({ activeConn: to === web1 ? 300 : 100 }));
    expect(balanceOf(history, tests, wlc).verdict.kind).toBe('skewed');
  });

  it('counts load as the scheduler does: inactive connections are a 256th under wlc, nothing under sed', () => {
    const of = (scheduler: string) => {
      const history = new History();
      const busy = { ...service, scheduler };
      observe(history, [busy], secondsTo(70), (_, to) =>
        to === web1 ? { activeConn: 100, inactConn: 9000 } : { activeConn: 300 },
      );
      return balanceOf(history, new ShareTests(history), busy);
    };
    expect(of('wlc').shares.get(web1)?.count).toBeCloseTo(100 + 9000 / 256);
    expect(of('sed').shares.get(web1)?.count).toBe(100);
    expect(of('sed').verdict.kind).toBe('as-configured');
  });

  it('gives wlc time to fill a destination that has just come', () => {
    const wlc = { ...service, scheduler: 'wlc' };
    const history = new History();
    observe(history, [wlc], secondsTo(30), (_, to) => ({ activeConn: to === web1 ? 400 : 0 }));
    expect(balanceOf(history, new ShareTests(history), wlc).verdict.kind).toBe('too-little-traffic');
  });

  it('has nothing to balance where one serves', () => {
    const alone = { ...service, destinations: [one] };
    expect(judged(secondsTo(10), { [web1]: 9 }, alone).verdict.kind).toBe('nothing-to-balance');
  });
});
