import { afterEach, beforeEach, expect, test } from 'vitest';
import { replay } from '../../domain/release/replay.ts';
import { conduct } from './conduct.ts';
import { ReleaseFleet, shopKey, testAt } from './release-fleet.example.ts';
import { findRelease } from './store.ts';

let site: ReleaseFleet;

beforeEach(async () => {
  site = new ReleaseFleet();
  await site.start();
});
afterEach(() => site.remove());

/** Lets the console die where it would write the event of that number, or the intent of that number: nothing of it stays. */
async function arm(event: number, intent: number): Promise<void> {
  const { db } = site.parts;
  const abort = (what: string) => `BEGIN SELECT RAISE(ABORT, 'killed at ${what}'); END`;
  for (const name of ['at_event', 'at_intent']) await db.$executeRawUnsafe(`DROP TRIGGER IF EXISTS ${name}`);
  await db.$executeRawUnsafe(
    `CREATE TRIGGER at_event BEFORE INSERT ON "ReleaseEvent" WHEN NEW."seq" = ${event} ${abort('event')}`,
  );
  await db.$executeRawUnsafe(
    `CREATE TRIGGER at_intent BEFORE INSERT ON "Generation" WHEN NEW."number" = ${intent} ${abort('intent')}`,
  );
}

const outOf = () => site.fleet.cluster.wanted.overlays.filter(({ kind }) => kind === 'drain').length;

/** Takes a release to its end, and kills the console once at each event and at each intent on the way. */
async function killedEverywhere(
  begin: () => Promise<string>,
  wants: (id: string) => Promise<unknown>,
): Promise<{ id: string; events: number; intents: number }> {
  const began = site.fleet.cluster.wanted.generation;
  let [event, intent] = [1, began + 1];
  await arm(event, intent);
  const id = await begin();
  for (let count = 0; count < 600; count++) {
    const state = site.fleet.cluster.release?.state;
    if (!state || state.endedAt !== null) return { id, events: event - 1, intents: intent - began - 1 };
    expect(outOf()).toBeLessThanOrEqual(2);
    const killed = await site
      .step()
      .then(() => wants(id))
      .then(
        () => '',
        // Prisma tells of an aborted statement by its call.
        (error: unknown) => String(error),
      );
    if (killed === '') continue;
    if (killed.includes('releaseEvent.create')) event++;
    else if (killed.includes('generation.create')) intent++;
    else throw new Error(killed);
    await site.restart();
    expect(site.fleet.cluster.release?.plan.id).toBe(id);
    await arm(event, intent);
  }
  throw new Error(`it has no end: ${JSON.stringify(site.fleet.cluster.release?.state)}`);
}

/** What the database has of it is what its events lead to. */
async function replays(id: string): Promise<void> {
  const found = await findRelease(site.parts.db, id);
  if (!found) throw new Error('the release is gone');
  const { plan, startedAt, entries, state } = found.release;
  expect(replay(plan, startedAt, entries)).toEqual(state);
}

test('killed at each event and each intent, a release goes on and does nothing twice', {
  timeout: 120_000,
}, async () => {
  const testService = { address: '10.0.0.100', port: 8080, like: shopKey };
  const begin = () => site.release({ testService });
  const { id, events, intents } = await killedEverywhere(begin, async (release) => {
    const state = site.fleet.cluster.release?.state;
    if (state?.step !== 'hold' || state.status !== 'running') return;
    const tried = site.kernel('lb1').tables.at(-1) ?? {};
    if (Object.keys(tried).some((place) => place.startsWith(testAt)))
      await site.operator.releases.continue({ id: release, reason: 'deployed', wave: state.wave });
  });
  const view = await site.view(id);
  expect(view.state.status).toBe('done');
  expect(view.entries).toHaveLength(events);
  expect(intents).toBeGreaterThanOrEqual(6);
  expect(site.fleet.cluster.wanted.overlays).toEqual([]);
  expect(site.mostOut()).toBe(2);
  for (const name of ['lb1', 'lb2'])
    expect(new Set(Object.values(site.kernel(name).tables.at(-1) ?? {}))).toEqual(new Set([1]));
  await replays(id);
  const { rows } = await site.fleet.console.as('viewer').audit.list({ filters: { cluster: 'shop' } });
  const told = rows.filter((row) => row.release === id).map(({ action }) => action);
  const count = (action: string) => told.filter((one) => one === action).length;
  expect(['release.wave', 'drain.start', 'release.continue', 'drain.end', 'release.end'].map(count)).toEqual([
    2, 2, 2, 2, 1,
  ]);
});

test('killed while halted it stays so, and killed while it is rolled back everything serves again', {
  timeout: 120_000,
}, async () => {
  const id = await site.release();
  await site.untilAt(0, 'hold');
  await site.operator.releases.halt({ id, reason: 'something is odd' });
  await site.restart();
  await site.step();
  expect(site.fleet.cluster.release?.state).toMatchObject({ status: 'halted', step: 'hold' });
  expect(outOf()).toBe(2);
  await site.operator.releases.rollBack({ id, reason: 'back to the old code' });
  await site.restart();
  await site.untilStatus('rolled-back');
  expect(site.fleet.cluster.wanted.overlays).toEqual([]);
  await replays(id);
});

test('after a start it waits for its directors, and halts when they don’t come', async () => {
  const id = await site.release();
  await site.untilAt(0, 'hold');
  for (const name of site.kernels.keys()) site.fleet.agent(name).hangUp();
  await site.fleet.console.restart();
  await conduct(site.parts, site.fleet.cluster);
  site.fleet.console.ahead += 29_000;
  await conduct(site.parts, site.fleet.cluster);
  expect((await site.view(id)).state.status).toBe('running');
  site.fleet.console.ahead += 2_000;
  await conduct(site.parts, site.fleet.cluster);
  expect((await site.view(id)).state.halt).toEqual({ kind: 'director-stale', directors: ['lb1', 'lb2'] });
});
