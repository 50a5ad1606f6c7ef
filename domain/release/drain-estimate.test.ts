import { expect, it } from 'vitest';
import { desiredTable } from '../desired/desired-table.ts';
import { clusterRecord, directorRecord, observe, tutorialDefinition, web2 } from '../display/cluster-record.example.ts';
import { History } from '../observation/history.ts';
import { drainEstimates } from './drain-estimate.ts';
import { examplePlan } from './release.example.ts';
import type { ReleaseSettings } from './release-settings.ts';

const plan = examplePlan([['web2']]);
const servers = plan.waves.flatMap((wave) => wave.servers);

function estimate(
  { activeConn = 0, persistConn = 0, cps = 0, persistence = false },
  drain: Partial<ReleaseSettings['drain']> = {},
) {
  const [web] = tutorialDefinition.services;
  if (!web) throw new Error('the tutorial has a service');
  const service = { ...web, persistence: persistence ? { timeout: 300, netmask: 32 } : null };
  const definition = { ...tutorialDefinition, services: [service] };
  const history = new History();
  const seconds = Array.from({ length: 20 }, (_, second) => second + 1);
  observe(history, desiredTable(definition, []).services, seconds, (second, to) =>
    to === web2 ? { activeConn, persistConn, conns: Math.floor(second / 2) * 2 * cps } : {},
  );
  const record = clusterRecord({ definition, directors: [directorRecord({ history })] });
  return drainEstimates(record, { drain: { ...plan.settings.drain, ...drain } }, servers, 20_000)[0];
}

it('rests on how long connections stay now: ActiveConn over connections a second, and the last of them', () => {
  // 20 connections at 10/s stay 2 s each; the last one of 20 ends after ln(20) + 1 such times.
  expect(estimate({ activeConn: 20, cps: 10 })).toEqual({ name: 'web2', drainSeconds: 8, from: 'stay' });
  expect(estimate({})).toEqual({ name: 'web2', drainSeconds: 0, from: 'stay' });
});

it('waits for persistent clients once, unless they are sent elsewhere or ignored', () => {
  const held = { activeConn: 20, cps: 10, persistConn: 5, persistence: true };
  expect(estimate(held)).toEqual({ name: 'web2', drainSeconds: 308, from: 'persistence' });
  expect(estimate(held, { mode: 'elsewhere' })).toMatchObject({ drainSeconds: 8, from: 'stay' });
  expect(estimate(held, { ignoresPersistence: true })).toMatchObject({ drainSeconds: 8 });
});

it('is at the deadline at the latest, and says so; without one, that nothing is known', () => {
  expect(estimate({ activeConn: 20, cps: 10 }, { deadline: 5 })).toMatchObject({ drainSeconds: 5, from: 'deadline' });
  expect(estimate({ activeConn: 20 }, { deadline: 60 })).toMatchObject({ drainSeconds: 60, from: 'deadline' });
  expect(estimate({ activeConn: 20 }, { deadline: null })).toMatchObject({ drainSeconds: null, from: 'unknown' });
});

it('takes no time where what is left is cut', () => {
  expect(estimate({ activeConn: 20 }, { mode: 'cut' })).toEqual({ name: 'web2', drainSeconds: 0, from: 'cut' });
});
