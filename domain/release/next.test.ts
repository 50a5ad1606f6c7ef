import { expect, it } from 'vitest';
import { beginRelease } from './begin-release.ts';
import { next } from './next.ts';
import { givenUp, ordersOf } from './orders-of.ts';
import { examplePlan, exampleTestService } from './release.example.ts';
import { releaseActions } from './release-actions.ts';
import type { ReleaseEvent } from './release-event.ts';
import type { ReleaseState } from './release-state.ts';

const person = { by: 'ada', reason: 'v2' };
const plan = examplePlan();
const wave1 = ['web1', 'web2'];

const after = (events: readonly ReleaseEvent[], of = plan): ReleaseState =>
  events.reduce((state, event, index) => next(of, state, event, (index + 1) * 1000), beginRelease(of, 0));
const phases = (state: ReleaseState) => Object.values(state.servers).map(({ phase }) => phase);

const begin: ReleaseEvent = { kind: 'begin', wave: 0, leftOut: [] };
const out: ReleaseEvent = { kind: 'out', wave: 0, servers: wave1 };
const drained: ReleaseEvent = { kind: 'drained', wave: 0, servers: wave1 };
const go: ReleaseEvent = { kind: 'continue', wave: 0, ...person };
const halt = (halts: Extract<ReleaseEvent, { kind: 'halt' }>['halt']): ReleaseEvent => ({ kind: 'halt', halt: halts });

it('takes a wave through its steps, and goes to the next one when it was watched', () => {
  const steps = [begin, out, drained, go].map((_, index, all) => after(all.slice(0, index + 1)).step);
  expect(steps).toEqual(['drain', 'wait', 'hold', 'verify']);
  const verified = after([begin, out, drained, go, { kind: 'verified', wave: 0, servers: wave1 }]);
  expect([verified.step, phases(verified)]).toEqual(['return', ['returning', 'returning', 'waiting', 'waiting']]);
  expect(ordersOf(plan, verified)?.drains).toEqual([]);
  const watching = next(plan, verified, { kind: 'returned', servers: wave1 }, 9000);
  expect(watching).toMatchObject({ step: 'watch', stepSince: 9000 });
  expect(next(plan, watching, { kind: 'watched', wave: 0 }, 9500)).toMatchObject({ wave: 1, step: 'guard' });
});

it('waits in each step for the last server', () => {
  const one = (kind: 'out' | 'drained'): ReleaseEvent => ({ kind, wave: 0, servers: ['web1'] });
  expect(after([begin, one('out'), one('drained')])).toMatchObject({ step: 'drain' });
  expect(after([begin, out, one('drained')])).toMatchObject({ step: 'wait' });
});

it('orders each drain under one name, with the deadline, until who gave up is tried again', () => {
  const ids = (state: ReleaseState) => ordersOf(plan, state)?.drains.map(({ id, deadline }) => [id, deadline]);
  expect(ids(after([begin]))).toEqual([
    ['r1.0.0.0.1', 601_000],
    ['r1.0.1.0.1', 601_000],
  ]);
  expect(ids(after([begin, out]))).toEqual(ids(after([begin])));
  const gaveUp = after([begin, out, halt({ kind: 'gave-up', servers: ['web1'] })]);
  expect(phases(gaveUp)).toEqual(['waiting', 'draining', 'waiting', 'waiting']);
  const again = next(plan, gaveUp, { kind: 'retry', ...person }, 10_000);
  expect([again.step, phases(again)[0]]).toEqual(['drain', 'leaving']);
  expect(ids(again)?.[0]).toEqual(['r1.0.0.0.2', 610_000]);
  expect(givenUp(plan, gaveUp)).toEqual([{ kind: 'real-server', name: 'web1' }]);
  expect(givenUp(plan, again)).toEqual([]);
  const without = next(plan, gaveUp, { kind: 'resume', ...person }, 10_000);
  expect(phases(without).slice(0, 2)).toEqual(['skipped', 'draining']);
});

it('cuts what is left of a wave when it is told to, and the next one as the settings say', () => {
  const modes = (state: ReleaseState) => ordersOf(plan, state)?.drains.map(({ mode }) => mode);
  const cut = after([begin, out, { kind: 'cut', wave: 0 }]);
  expect(modes(cut)).toEqual(['cut', 'cut']);
  const skipped = [
    { kind: 'skip', wave: 0, ...person },
    { kind: 'returned', servers: wave1 },
  ] as const;
  const second: ReleaseEvent = { kind: 'begin', wave: 1, leftOut: [] };
  expect(modes(after([begin, out, { kind: 'cut', wave: 0 }, ...skipped, second]))).toEqual(['wait', 'wait']);
});

it('resumed after a deadline waits without one; tried again, with a new one', () => {
  const late = after([begin, out, halt({ kind: 'past-deadline', servers: wave1 })]);
  expect(next(plan, late, { kind: 'resume', ...person }, 9000).deadline).toBe(null);
  expect(next(plan, late, { kind: 'retry', ...person }, 9000).deadline).toBe(609_000);
});

it('halted by a finding, resumes with that finding known', () => {
  const found = halt({ kind: 'finding', id: 'f1', code: 'traffic-vanished', director: 'lb1' });
  expect(after([begin, found, { kind: 'resume', ...person }]).acceptedFindings).toEqual(['f1']);
  expect(after([begin, found, { kind: 'retry', ...person }]).acceptedFindings).toEqual([]);
});

it('verifies anew when it is tried again', () => {
  const one: ReleaseEvent = { kind: 'verified', wave: 0, servers: ['web1'] };
  const failed = after([begin, out, drained, go, one, halt({ kind: 'checks', servers: ['web2'] })]);
  const again = next(plan, failed, { kind: 'retry', ...person }, 9000);
  expect(again).toMatchObject({ step: 'verify', stepSince: 9000 });
  expect(phases(again).slice(0, 2)).toEqual(['drained', 'drained']);
});

it('skips a wave by returning it, and doesn’t watch it', () => {
  const skip: ReleaseEvent = { kind: 'skip', wave: 0, ...person };
  expect(after([skip])).toMatchObject({ wave: 1, step: 'guard' });
  const skipping = after([begin, out, skip]);
  expect(skipping).toMatchObject({ step: 'return', skipping: true });
  const skipped = next(plan, skipping, { kind: 'returned', servers: wave1 }, 9000);
  expect(skipped).toMatchObject({ wave: 1, step: 'guard', skipping: false });
  expect(phases(skipped).slice(0, 2)).toEqual(['skipped', 'skipped']);
});

it('leaves out who is out already, and goes on where nobody is left in a wave', () => {
  expect(phases(after([{ ...begin, leftOut: ['web2'] }])).slice(0, 2)).toEqual(['leaving', 'left-out']);
  expect(after([{ ...begin, leftOut: wave1 }])).toMatchObject({ wave: 1, step: 'guard' });
  expect(after([begin, out, { kind: 'gone', servers: wave1 }])).toMatchObject({ wave: 1, step: 'guard' });
});

it('has the test service while a wave is out and empty, and not before or after', () => {
  const tested = examplePlan(undefined, {
    testService: exampleTestService,
  });
  const testing = (...events: ReleaseEvent[]) => ordersOf(tested, after(events, tested))?.testing;
  expect(testing(begin, out)).toEqual([]);
  expect(testing(begin, out, drained)).toEqual(wave1);
  expect(testing(begin, out, drained, go)).toEqual(wave1);
  expect(testing(begin, out, drained, go, { kind: 'verified', wave: 0, servers: wave1 })).toEqual([]);
  expect(testing(begin, out, drained, { kind: 'roll-back', ...person })).toEqual([]);
});

it('says of each action why it is not possible', () => {
  expect(releaseActions(after([begin]))).toEqual({
    ...{ continue: 'not-holding', halt: null, resume: 'not-halted', retry: 'not-halted', skip: null },
    'roll-back': null,
  });
  const holding = after([begin, out, drained]);
  expect(releaseActions(holding).continue).toBe(null);
  const halted = next(plan, holding, halt({ kind: 'person', ...person }), 9000);
  expect(releaseActions(halted)).toMatchObject({ continue: 'halted', halt: 'halted', resume: null, skip: null });
  const rolling = next(plan, halted, { kind: 'roll-back', ...person }, 9000);
  expect(new Set(Object.values(releaseActions(rolling)))).toEqual(new Set(['rolling-back']));
  const over = next(plan, rolling, { kind: 'returned', servers: wave1 }, 9900);
  expect(over).toMatchObject({ status: 'rolled-back', endedAt: 9900 });
  expect(new Set(Object.values(releaseActions(over)))).toEqual(new Set(['ended']));
});
