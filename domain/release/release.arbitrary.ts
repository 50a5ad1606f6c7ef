import fc from 'fast-check';
import { examplePlan, exampleTestService } from './release.example.ts';
import type { ReleaseEvent } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';

const names = ['web1', 'web2', 'web3', 'web4', 'web5'];
const person = { by: 'ada', reason: 'v2' };

/** Plans of one to three waves over up to five servers. */
export const releasePlan: fc.Arbitrary<ReleasePlan> = fc
  .record({
    cuts: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    hold: fc.boolean(),
    passes: fc.integer({ min: 0, max: 2 }),
    watch: fc.constantFrom(0, 60),
    deadline: fc.constantFrom(null, 600),
    tested: fc.boolean(),
    ramp: fc.constantFrom(null, 60),
  })
  .map(({ cuts: [a, b], hold, passes, watch, deadline, tested, ramp }) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    const waves = [names.slice(0, first), names.slice(first, second), names.slice(second)];
    const plan = examplePlan(
      waves.filter((wave) => wave.length > 0),
      { hold, watch, ramp },
    );
    const settings = {
      ...plan.settings,
      verify: { passes, within: 120 },
      drain: { ...plan.settings.drain, deadline },
      testService: tested ? exampleTestService : null,
    };
    return { ...plan, settings };
  });

const servers = fc.subarray(names, { minLength: 1 });
const wave = fc.integer({ min: 0, max: 2 });

const halts = fc.oneof(
  fc.constantFrom<Extract<ReleaseEvent, { kind: 'halt' }>['halt']>(
    { kind: 'person', ...person },
    { kind: 'guard', services: ['web'] },
    { kind: 'director-stale', directors: ['lb1'] },
    { kind: 'finding', id: 'f1', code: 'return-path-direct', director: 'lb1' },
  ),
  fc.record({ kind: fc.constantFrom('past-deadline' as const, 'gave-up' as const, 'checks' as const), servers }),
);

/** What may be told to a release at any time, whether it has a use for it or not. What goes well comes most often. */
const releaseEvent: fc.Arbitrary<ReleaseEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('begin' as const), wave, leftOut: fc.subarray(names) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom('out' as const, 'drained' as const, 'verified' as const),
      wave,
      servers,
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('returned' as const), servers }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('watched' as const, 'cut' as const), wave }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('continue' as const), wave, ...constants(person) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('halt' as const), halt: halts }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('resume' as const, 'retry' as const), ...constants(person) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('skip' as const), wave, ...constants(person) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone' as const), servers }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('waits' as const),
      wave,
      waitsFor: fc.constantFrom(null, { kind: 'rollout' as const }),
    }),
  },
) as fc.Arbitrary<ReleaseEvent>;

function constants(values: typeof person) {
  return { by: fc.constant(values.by), reason: fc.constant(values.reason) };
}

/** An event, or whatever goes well where the release is then: without it, few sequences would get far. */
export type Told = ReleaseEvent | 'goes-well';

/** What a release may be told of; in some sequences somebody rolls back. */
export const releaseStory: fc.Arbitrary<Told[]> = fc.array(
  fc.oneof(
    { weight: 30, arbitrary: fc.constant<Told>('goes-well') },
    { weight: 30, arbitrary: releaseEvent },
    { weight: 1, arbitrary: fc.constant<Told>({ kind: 'roll-back', ...person }) },
  ),
  { maxLength: 80, size: 'max' },
);
