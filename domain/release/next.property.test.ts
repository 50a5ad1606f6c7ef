import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginRelease } from './begin-release.ts';
import { next } from './next.ts';
import { ordersOf } from './orders-of.ts';
import { releasePlan, releaseStory, type Told } from './release.arbitrary.ts';
import { type ReleaseEntry, type ReleaseEvent, releaseEventSchema } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState, ServerPhase } from './release-state.ts';
import { replay } from './replay.ts';
import { isOut, serversOut, waveServers } from './server-phases.ts';
import { willingWorld } from './willing-world.ts';

const person = { by: 'ada', reason: 'r' };

/** Calls `look` with every state that a story leads to, the one before and the event between. */
function walk(
  plan: ReleasePlan,
  story: readonly Told[],
  look: (state: ReleaseState, before: ReleaseState, event: ReleaseEvent, at: number) => void,
): ReleaseState {
  return story.reduce(
    (before, told, index) => {
      const event = told === 'goes-well' ? willingWorld(plan, before) : told;
      if (!event) return before;
      const after = next(plan, before, event, index + 1);
      look(after, before, event, index + 1);
      return after;
    },
    beginRelease(plan, 0),
  );
}

const always = (check: (plan: ReleasePlan, story: Told[]) => void) =>
  fc.assert(fc.property(releasePlan, releaseStory, check), { numRuns: 300 });

/** Where a release goes where nothing goes wrong, from a state on; fails when it gets nowhere. */
function led(plan: ReleasePlan, from: ReleaseState): ReleaseState {
  let state = from;
  for (let step = 0; step < 100; step++) {
    const event = willingWorld(plan, state);
    if (!event) return state;
    const after = next(plan, state, event, 1000 + step);
    if (after === state) throw new Error(`nothing comes of ${event.kind} at ${state.status} ${state.step}`);
    state = after;
  }
  throw new Error('it has no end');
}

it('never has more servers out than its limit, and only those of its wave', () => {
  always((plan, story) => {
    walk(plan, story, (state) => {
      const out = serversOut(state);
      expect(out.length).toBeLessThanOrEqual(plan.limit);
      const wave = waveServers(plan, state);
      expect(out.filter((name) => !wave.includes(name))).toEqual([]);
      const drained = new Set((ordersOf(plan, state)?.drains ?? []).map(({ server }) => server));
      expect([...drained].filter((name) => !out.includes(name))).toEqual([]);
    });
  });
});

it('never does two things with a server at once: it leaves from service alone, and returns from out alone', () => {
  const before: Partial<Record<ServerPhase, readonly ServerPhase[]>> = {
    leaving: ['waiting'],
    draining: ['leaving'],
    drained: ['draining', 'verified'],
    verified: ['drained'],
    returning: ['leaving', 'draining', 'drained', 'verified'],
    returned: ['returning'],
  };
  always((plan, story) => {
    walk(plan, story, (state, was) => {
      for (const [name, { phase }] of Object.entries(state.servers)) {
        const from = was.servers[name]?.phase;
        if (from === undefined || from === phase) continue;
        if (phase === 'returned' || phase === 'skipped' || phase === 'waiting') continue;
        expect([...(before[phase] ?? [from])], `${from} → ${phase}`).toContain(from);
      }
      const targets = (ordersOf(plan, state)?.drains ?? []).map(({ target }) => JSON.stringify(target));
      expect(new Set(targets).size).toBe(targets.length);
      for (const { server } of ordersOf(plan, state)?.drains ?? [])
        expect(state.servers[server]?.phase).not.toBe('returning');
    });
  });
});

it('has from every state a way to everything in service', () => {
  always((plan, story) => {
    walk(plan, story, (state, _, __, at) => {
      if (state.endedAt !== null) return;
      const rolling = next(plan, state, { kind: 'roll-back', ...person }, at);
      expect(ordersOf(plan, rolling)).toEqual({ drains: [], testing: [], ramp: null });
      const end = led(plan, rolling);
      expect(end.status).toBe('rolled-back');
      expect(Object.values(end.servers).filter(({ phase }) => isOut(phase) || phase === 'waiting')).toEqual([]);
    });
  });
});

it('rolls back to its end, whatever comes', () => {
  always((plan, story) => {
    walk(plan, story, (state, was) => {
      if (was.status === 'rolling-back') expect(['rolling-back', 'rolled-back']).toContain(state.status);
    });
  });
});

it('gets to its end from every state where nothing more goes wrong', () => {
  always((plan, story) => {
    const end = led(
      plan,
      walk(plan, story, () => {}),
    );
    expect(['done', 'rolled-back']).toContain(end.status);
    expect(ordersOf(plan, end)).toEqual({ drains: [], testing: [], ramp: null });
    expect(serversOut(end)).toEqual([]);
  });
});

it('is the same again when what changed it is read back and replayed', () => {
  always((plan, story) => {
    const entries: ReleaseEntry[] = [];
    const end = walk(plan, story, (state, was, event, at) => {
      if (state === was) return;
      const kept = releaseEventSchema.parse(JSON.parse(JSON.stringify(event)));
      entries.push({ seq: entries.length + 1, at, event: kept });
      expect(replay(plan, 0, entries)).toEqual(state);
    });
    expect(replay(plan, 0, entries)).toEqual(end);
  });
});

it('halted, starts and ends nothing: what is seen moves no step on', () => {
  const decisions: ReleaseEvent['kind'][] = ['resume', 'retry', 'skip', 'roll-back'];
  always((plan, story) => {
    walk(plan, story, (state, was, event) => {
      if (was.status !== 'halted' || decisions.includes(event.kind)) return;
      expect(ordersOf(plan, state)).toBe(null);
      expect([state.status, state.wave, state.step]).toEqual(['halted', was.wave, was.step]);
      for (const [name, { phase }] of Object.entries(state.servers))
        if (phase !== was.servers[name]?.phase) expect(['leaving', 'returning', 'verified']).not.toContain(phase);
    });
  });
});

it('takes an event that is told twice as told once', () => {
  always((plan, story) => {
    walk(plan, story, (state, _, event, at) => {
      expect(next(plan, state, event, at + 1)).toBe(state);
    });
  });
});
