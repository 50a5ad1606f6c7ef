import { describe, expect, it } from 'vitest';
import { beginRelease } from './begin-release.ts';
import { next } from './next.ts';
import { examplePlan } from './release.example.ts';
import type { ReleaseEvent } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseSettings } from './release-settings.ts';
import type { ReleaseState } from './release-state.ts';
import type { FindingWorld, ReleaseWorld, ServerWorld } from './release-world.ts';
import { seen } from './seen.ts';

const inService: ServerWorld = {
  ...{ defined: true, takenOut: false, ordered: false, overlaid: false, out: false, drained: false, back: true },
  checks: null,
};
const ordered: Partial<ServerWorld> = { ordered: true, overlaid: true, back: false };
const person = { by: 'ada', reason: 'v2' };
const wave1 = ['web1', 'web2'];

function world(
  servers: Readonly<Record<string, Partial<ServerWorld>>> = {},
  more: Partial<ReleaseWorld> = {},
): ReleaseWorld {
  const directors = ['lb1', 'lb2'].map((name) => ({ name, heard: true, failed: false, inStep: true }));
  const all = ['web1', 'web2', 'web3', 'web4'].map((name) => [name, { ...inService, ...servers[name] }]);
  return { directors, belowGuard: [], rollout: false, findings: [], servers: Object.fromEntries(all), ...more };
}
const both = (of: Partial<ServerWorld>) => ({ web1: of, web2: of });

const at = (events: readonly ReleaseEvent[], plan: ReleasePlan): ReleaseState =>
  events.reduce((state, event) => next(plan, state, event, 0), beginRelease(plan, 0));
const toDrain: ReleaseEvent[] = [{ kind: 'begin', wave: 0, leftOut: [] }];
const toWait: ReleaseEvent[] = [...toDrain, { kind: 'out', wave: 0, servers: wave1 }];
const toHold: ReleaseEvent[] = [...toWait, { kind: 'drained', wave: 0, servers: wave1 }];
const toVerify: ReleaseEvent[] = [...toHold, { kind: 'continue', wave: 0, ...person }];
const toReturn: ReleaseEvent[] = [...toVerify, { kind: 'verified', wave: 0, servers: wave1 }];
const toWatch: ReleaseEvent[] = [...toReturn, { kind: 'returned', servers: wave1 }];

function told(
  events: readonly ReleaseEvent[],
  of: ReleaseWorld,
  { ms = 1000, settings = {} as Partial<ReleaseSettings> } = {},
): ReleaseEvent | null {
  const plan = examplePlan(undefined, settings);
  return seen(plan, at(events, plan), of, ms);
}
const halts = (...given: Parameters<typeof told>) => {
  const event = told(...given);
  return event?.kind === 'halt' ? event.halt : event;
};

it('begins a wave when nothing stands in the way', () => {
  expect(told([], world())).toEqual({ kind: 'begin', wave: 0, leftOut: [] });
});

it('leaves out who an operator took out, or waits for them, and says so once', () => {
  const out = world({ web2: { takenOut: true } });
  expect(told([], out)).toEqual({ kind: 'begin', wave: 0, leftOut: ['web2'] });
  const waits = { kind: 'waits', wave: 0, waitsFor: { kind: 'taken-out', servers: ['web2'] } } as const;
  expect(told([], out, { settings: { takenOut: 'wait' } })).toEqual(waits);
  expect(told([waits], out, { settings: { takenOut: 'wait' } })).toBe(null);
  expect(told([waits], world(), { settings: { takenOut: 'wait' } })).toMatchObject({ kind: 'begin' });
});

it('begins no wave while a revision is on its way by a first director', () => {
  expect(told([], world({}, { rollout: true }))).toMatchObject({ kind: 'waits', waitsFor: { kind: 'rollout' } });
});

it('takes what kernels confirm, and drained from each director alone', () => {
  expect(told(toDrain, world(both(ordered)))).toBe(null);
  expect(told(toDrain, world({ web1: { ...ordered, out: true } }))).toEqual({
    kind: 'out',
    wave: 0,
    servers: ['web1'],
  });
  expect(told(toDrain, world(both({ out: true, back: false })))).toBe(null);
  const drained = world(both({ ...ordered, out: true, drained: true }));
  expect(told(toWait, drained)).toEqual({ kind: 'drained', wave: 0, servers: wave1 });
  expect(told(toHold, drained)).toBe(null);
});

it('verifies by passes that came since the step began; who has no check needs none', () => {
  const checks = (passes: number) => world({ web1: { ...ordered, checks: { passes, failing: false } }, web2: ordered });
  expect(told(toVerify, checks(2))).toEqual({ kind: 'verified', wave: 0, servers: ['web2'] });
  expect(told(toVerify, checks(3))).toEqual({ kind: 'verified', wave: 0, servers: wave1 });
});

it('counts a server as returned when no overlay is left and kernels have its weight', () => {
  expect(told(toReturn, world(both({ overlaid: true })))).toBe(null);
  expect(told(toReturn, world(both({ back: false })))).toBe(null);
  expect(told(toReturn, world())).toEqual({ kind: 'returned', servers: wave1 });
});

it('watches for its time, and goes on', () => {
  expect(told(toWatch, world(), { ms: 59_000 })).toBe(null);
  expect(told(toWatch, world(), { ms: 60_000 })).toEqual({ kind: 'watched', wave: 0 });
});

describe('halts', () => {
  const lb2 = (more: object) => ({
    directors: world().directors.map((one) => (one.name === 'lb2' ? { ...one, ...more } : one)),
  });
  const finding = (more: Partial<FindingWorld>): Partial<ReleaseWorld> => ({
    findings: [{ id: 'f', code: 'skew', director: 'lb1', severity: 'warning', concerns: true, ...more }],
  });

  it('by the guard', () => {
    expect(halts([], world({}, { belowGuard: ['web'] }))).toEqual({ kind: 'guard', services: ['web'] });
  });

  it('by a director that is not heard any more, or doesn’t do what it should', () => {
    expect(halts([], world({}, lb2({ heard: false })))).toEqual({ kind: 'director-stale', directors: ['lb2'] });
    expect(halts(toDrain, world({}, lb2({ failed: true })))).toEqual({ kind: 'not-applied', directors: ['lb2'] });
    expect(halts(toDrain, world(both(ordered), lb2({ inStep: false })), { ms: 30_000 })).toBe(null);
    expect(halts(toDrain, world(both(ordered), lb2({ inStep: false })), { ms: 30_001 })).toMatchObject({
      kind: 'not-applied',
    });
  });

  it('by a director in its plan alone', () => {
    const more = { directors: [...world().directors, { name: 'lb3', heard: false, failed: false, inStep: false }] };
    expect(halts([], world({}, more))).toMatchObject({ kind: 'begin' });
  });

  it('by a new critical finding anywhere, and by a warning about its services while it watches', () => {
    expect(halts([], world({}, finding({ severity: 'critical', concerns: false })))).toMatchObject({
      kind: 'finding',
      id: 'f',
    });
    expect(halts(toWatch, world({}, finding({})))).toMatchObject({ kind: 'finding', code: 'skew' });
    expect(halts(toWatch, world({}, finding({ concerns: false })))).toBe(null);
    expect(halts(toHold, world(both({ ...ordered, out: true, drained: true }), finding({})))).toBe(null);
  });

  it('not by a finding that stood before, or that people went on with', () => {
    const stood = world({}, finding({ severity: 'critical' }));
    const plan = { ...examplePlan(), knownFindings: ['f'] };
    expect(seen(plan, beginRelease(plan, 0), stood, 0)).toMatchObject({ kind: 'begin' });
    const halted: ReleaseEvent = { kind: 'halt', halt: { kind: 'finding', id: 'f', code: 'skew', director: 'lb1' } };
    expect(halts([halted, { kind: 'resume', ...person }], stood)).toMatchObject({ kind: 'begin' });
    expect(halts([halted, { kind: 'retry', ...person }], stood)).toMatchObject({ kind: 'finding' });
  });

  it('by checks that don’t pass in time, and by one that fails after the return', () => {
    const passes = (count: number) =>
      world({ web1: { ...ordered, checks: { passes: count, failing: false } }, web2: ordered });
    const ms = 120_001;
    expect(halts([...toVerify, { kind: 'verified', wave: 0, servers: ['web2'] }], passes(2), { ms })).toEqual({
      ...{ kind: 'checks', servers: ['web1'] },
    });
    const failing = world({ web2: { checks: { passes: 0, failing: true } } });
    expect(halts(toWatch, failing)).toEqual({ kind: 'checks', servers: ['web2'] });
  });

  it('past the deadline, where people are to be asked', () => {
    const left = world({ web1: { ...ordered, out: true, drained: true }, web2: { ...ordered, out: true } });
    expect(halts(toWait, left, { ms: 600_001 })).toEqual({ kind: 'past-deadline', servers: ['web2'] });
    const drain = examplePlan().settings.drain;
    const cut = { ms: 600_001, settings: { drain: { ...drain, atDeadline: 'cut' as const } } };
    expect(halts(toWait, left, cut)).toMatchObject({ kind: 'drained' });
    const web1: ReleaseEvent = { kind: 'drained', wave: 0, servers: ['web1'] };
    expect(halts([...toWait, web1], left, cut)).toEqual({ kind: 'cut', wave: 0 });
    expect(halts([...toWait, web1, { kind: 'cut', wave: 0 }], left, cut)).toBe(null);
    const giveUp = { ms: 600_001, settings: { drain: { ...drain, atDeadline: 'give-up' as const } } };
    expect(halts(toWait, left, giveUp)).toEqual({ kind: 'gave-up', servers: ['web2'] });
  });

  it('when a drain was given up, whether or not it was halted before', () => {
    const gaveUp = { kind: 'gave-up', servers: ['web2'] };
    const left = world({ web1: { ...ordered, out: true } });
    expect(halts(toWait, left)).toEqual(gaveUp);
    const halted: ReleaseEvent = { kind: 'halt', halt: { kind: 'person', ...person } };
    expect(halts([...toWait, halted], left)).toEqual(gaveUp);
  });
});

it('halted, takes what became of servers and nothing else', () => {
  const halt: ReleaseEvent = { kind: 'halt', halt: { kind: 'person', ...person } };
  const drained = world(both({ ...ordered, out: true, drained: true }));
  expect(told([...toWait, halt], drained)).toMatchObject({ kind: 'drained' });
  const finding = {
    id: 'f',
    code: 'return-path-masquerading',
    director: 'lb1',
    severity: 'critical',
    concerns: true,
  } as const;
  expect(told([...toWait, halt], { ...drained, findings: [finding] })).toMatchObject({ kind: 'drained' });
  expect(told([halt], world())).toBe(null);
  expect(told([...toVerify, halt], drained)).toBe(null);
  expect(told([...toWatch, halt], world(), { ms: 99_000 })).toBe(null);
});

it('rolling back, takes whom kernels have back whatever is wrong', () => {
  const stale = world({}, { directors: [{ name: 'lb1', heard: false, failed: true, inStep: false }] });
  const rollBack: ReleaseEvent = { kind: 'roll-back', ...person };
  expect(told([...toWait, rollBack], stale)).toEqual({ kind: 'returned', servers: wave1 });
});

it('takes note of servers that the definition lost, in any state', () => {
  const lost = world({ web2: { defined: false } });
  expect(told(toWait, lost)).toEqual({ kind: 'gone', servers: ['web2'] });
  expect(told([...toWait, { kind: 'gone', servers: ['web2'] }], world({ ...lost.servers, web1: ordered }))).toBe(null);
});
