import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf } from '../console.example.ts';
import { ReleaseFleet, shopDefinition, shopKey } from './release-fleet.example.ts';

let site: ReleaseFleet;

beforeEach(async () => {
  site = new ReleaseFleet();
  await site.start();
});
afterEach(() => site.remove());

const status = () => site.fleet.cluster.release?.state;
const weightOf = (host: number) => site.kernel('lb1').tables.at(-1)?.[`${shopKey} 10.0.0.${host}`];
const drain = { deadline: 60 };
/** Makes the console's clock and its directors a time older. */
async function later(seconds: number): Promise<void> {
  // In steps in which directors stay heard.
  for (let left = seconds; left > 0; left -= 4) {
    site.fleet.console.ahead += Math.min(4, left) * 1000;
    await site.step();
  }
}

test('at a deadline that asks, it halts, and goes on without one', async () => {
  site.kernel('lb1').activeConn.set(`${shopKey} 10.0.0.21`, 2);
  const id = await site.release({ drain });
  await site.untilAt(0, 'wait');
  await later(61);
  await site.untilStatus('halted');
  expect(status()?.halt).toEqual({ kind: 'past-deadline', servers: ['web1'] });
  await site.operator.releases.resume({ id, reason: 'they finish soon' });
  await later(61);
  expect(status()).toMatchObject({ status: 'running', step: 'wait', deadline: null });
  expect(site.fleet.cluster.wanted.overlays).toMatchObject([{ deadline: null }, { deadline: null }]);
  site.kernel('lb1').activeConn.clear();
  await site.untilAt(0, 'hold');
});

test('at a deadline that cuts, what is left ends, and it goes on', async () => {
  site.kernel('lb1').activeConn.set(`${shopKey} 10.0.0.21`, 2);
  await site.release({ drain: { ...drain, atDeadline: 'cut' } });
  await site.untilAt(0, 'wait');
  expect(weightOf(21)).toBe(0);
  await later(61);
  await site.untilAt(0, 'hold');
  expect(weightOf(21)).toBe(undefined);
});

test('at a deadline that gives up, the late server serves again and the release halts; tried again, it leaves again', async () => {
  site.kernel('lb1').activeConn.set(`${shopKey} 10.0.0.21`, 2);
  const id = await site.release({ drain: { ...drain, atDeadline: 'give-up' } });
  await site.untilAt(0, 'wait');
  await later(61);
  await site.untilStatus('halted');
  await site.until(() => weightOf(21) === 1);
  expect(weightOf(22)).toBe(0);
  await site.operator.releases.retry({ id, reason: 'once more' });
  await site.untilAt(0, 'wait');
  expect([weightOf(21), weightOf(22)]).toEqual([0, 0]);
  await later(61);
  await site.untilStatus('halted');
  await site.operator.releases.resume({ id, reason: 'without it' });
  await site.untilAt(0, 'hold');
  expect((await site.view(id)).waves[0]?.servers.map(({ phase }) => phase)).toEqual(['skipped', 'drained']);
});

test('returns as a ramp, and is back when the whole weight stands; a roll-back ends the ramp at once', async () => {
  const weighty = {
    ...shopDefinition,
    services: shopDefinition.services.map((one) => ({
      ...one,
      destinations: one.destinations.map((to) => ({ ...to, weight: 100 })),
    })),
  };
  await site.write(weighty);
  const id = await site.release({ ramp: 60, hold: false });
  await site.untilAt(0, 'return');
  await site.until(() => (weightOf(21) ?? 0) > 0);
  expect(weightOf(21)).toBeLessThan(50);
  const weights = new Set<number | undefined>();
  for (let count = 0; count < 15 && status()?.wave === 0; count++) {
    weights.add(weightOf(21));
    await later(5);
  }
  expect(weights.size).toBeGreaterThan(3);
  await site.untilAt(1, 'return');
  expect([weightOf(21), weightOf(22)]).toEqual([100, 100]);
  await site.until(() => (weightOf(23) ?? 0) > 0);
  expect(weightOf(23)).toBeLessThan(50);
  await site.operator.releases.rollBack({ id, reason: 'now' });
  await site.untilStatus('rolled-back');
  expect([weightOf(23), weightOf(24)]).toEqual([100, 100]);
  expect(site.fleet.cluster.wanted.overlays).toEqual([]);
});

test('a guard that was raised meanwhile stops the next wave', async () => {
  const id = await site.release();
  await site.untilAt(0, 'hold');
  const settings = { ...shopDefinition.settings, guard: { leastServing: 3, leastWeightPercent: 0 } };
  await site.fleet.console.as('administrator').definition.applyChange({
    ...{ cluster: 'shop', base: 1, reason: 'be careful', first: null },
    change: { kind: 'replace', definition: { ...shopDefinition, settings } },
    overGuard: true,
  });
  await site.operator.releases.continue({ id, reason: 'deployed' });
  await site.untilStatus('halted');
  expect(status()).toMatchObject({ wave: 1, step: 'guard', halt: { kind: 'guard', services: ['shop', 'admin'] } });
});

test('a failed apply halts it', async () => {
  site.kernel('lb2').outcome = 'failed';
  await site.release();
  await site.untilStatus('halted');
  expect(status()?.halt).toEqual({ kind: 'not-applied', directors: ['lb2'] });
});

test('sends clients elsewhere only where directors agree on what that setting goes back to', async () => {
  const asked = site.release({ drain: { mode: 'elsewhere' } });
  await expect(asked).rejects.toSatisfy((error: unknown) => codeOf(error) === 'INVALID');
});
