import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf } from '../console.example.ts';
import { ReleaseFleet, shopDefinition, shopKey, testAt } from './release-fleet.example.ts';

let site: ReleaseFleet;

beforeEach(async () => {
  site = new ReleaseFleet();
  await site.start();
});
afterEach(() => site.remove());

const phases = async (id: string) =>
  (await site.view(id)).waves.map(({ servers }) => servers.map(({ phase }) => phase).join(' '));
const actions = async (release: string) => {
  const { rows } = await site.fleet.console.as('viewer').audit.list({ filters: { cluster: 'shop' } });
  return rows
    .filter((row) => row.release === release)
    .map(({ action }) => action)
    .reverse();
};

test('two waves: each is out alone, can be tried, and comes back; nothing is left of it', async () => {
  site.kernel('lb2').activeConn.set(`${shopKey} 10.0.0.22`, 3);
  const id = await site.release({ testService: { address: '10.0.0.100', port: 8080, like: shopKey } });
  await site.untilAt(0, 'wait');
  expect(await phases(id)).toEqual(['drained draining', 'waiting waiting']);
  site.kernel('lb2').activeConn.clear();
  await site.untilAt(0, 'hold');
  await site.until(() => site.kernel('lb1').tables.at(-1)?.[`${testAt} 10.0.0.22`] === 1);
  expect(site.kernel('lb1').tables.at(-1)).toEqual({
    ...{ [`${shopKey} 10.0.0.21`]: 0, [`${shopKey} 10.0.0.22`]: 0, [`${shopKey} 10.0.0.23`]: 1 },
    ...{ [`${shopKey} 10.0.0.24`]: 1, 'TCP 10.0.0.100:8443 10.0.0.21': 0, 'TCP 10.0.0.100:8443 10.0.0.24': 1 },
    ...{ [`${testAt} 10.0.0.21`]: 1, [`${testAt} 10.0.0.22`]: 1 },
  });
  expect((await site.view(id)).testing).toBe(testAt);
  await site.operator.releases.continue({ id, reason: 'deployed', wave: 0 });
  await site.untilAt(1, 'hold');
  expect(await phases(id)).toEqual(['returned returned', 'drained drained']);
  await site.operator.releases.continue({ id, reason: 'deployed' });
  await site.untilStatus('done');
  expect(site.fleet.cluster.wanted.overlays).toEqual([]);
  expect(new Set(Object.values(site.kernel('lb1').tables.at(-1) ?? {}))).toEqual(new Set([1]));
  expect(Object.keys(site.kernel('lb1').tables.at(-1) ?? {})).toHaveLength(6);
  expect(site.mostOut()).toBe(2);
  const view = await site.view(id);
  expect(view.entries.map(({ seq }) => seq)).toEqual(view.entries.map((_, index) => index + 1));
  expect(new Set(await actions(id))).toEqual(
    new Set([
      ...['release.start', 'release.wave', 'release.step', 'drain.start', 'release.test', 'release.continue'],
      ...['drain.end', 'release.end'],
    ]),
  );
});

test('a release that ended is read from the database, and the next one may begin', async () => {
  const id = await site.release({ hold: false });
  await site.untilStatus('done');
  const next = await site.release();
  const { rows } = await site.fleet.console.as('viewer').releases.list({ cluster: 'shop' });
  expect(rows.map((row) => [row.id, row.status])).toEqual([
    [next, 'running'],
    [id, 'done'],
  ]);
  const ended = await site.view(id);
  expect(ended.state.status).toBe('done');
  expect(ended.waves[0]?.servers[0]).toMatchObject({ name: 'web1', phase: 'returned', activeConn: null });
  await expect(site.operator.releases.rollBack({ id, reason: 'late' })).rejects.toSatisfy(
    (error: unknown) => codeOf(error) === 'INVALID',
  );
});

test('one at a time, and nothing twice', async () => {
  const id = await site.release();
  const refused = async (asked: Promise<unknown>) => {
    const error = await asked.catch((caught: unknown) => caught);
    const { problems = [] } =
      ((error as Error).cause as { details?: { problems?: { message: string }[] } }).details ?? {};
    return [codeOf(error), problems[0]?.message];
  };
  expect(await refused(site.release())).toEqual(['INVALID', 'release-goes-on']);
  expect(await refused(site.operator.releases.continue({ id, reason: 'r' }))).toEqual([
    'INVALID',
    'release-not-holding',
  ]);
  await site.untilAt(0, 'hold');
  const { continue: go, resume } = site.operator.releases;
  expect(await refused(go({ id, reason: 'r', wave: 1 }))).toEqual(['CONFLICT', undefined]);
  expect(await refused(resume({ id, reason: 'r' }))).toEqual(['INVALID', 'release-not-halted']);
  expect(await refused(go({ id: 'other', reason: 'r' }))).toEqual(['NOT_FOUND', undefined]);
});

test('a wave that leaves a service without a server asks for its name', async () => {
  const settings = { waves: { by: 'hand' as const, waves: [['web1', 'web4']] } };
  expect(await site.operator.releases.plan({ cluster: 'shop', settings })).toMatchObject({
    confirm: 'admin',
    limit: 2,
  });
  await expect(site.release(settings)).rejects.toSatisfy((error: unknown) => codeOf(error) === 'CONFIRM_REQUIRED');
  await site.release(settings, { confirm: 'admin' });
});

test('goes below the guard for an administrator alone, and says so before', async () => {
  await site.write({
    ...shopDefinition,
    settings: { ...shopDefinition.settings, guard: { leastServing: 3, leastWeightPercent: 0 } },
  });
  const settings = { waves: { by: 'half' as const } };
  const forecast = await site.operator.releases.plan({ cluster: 'shop', settings });
  // The admin service has two destinations: it is below already, and would go further.
  expect(forecast).toMatchObject({
    ok: true,
    belowGuard: true,
    waves: [{ belowGuard: ['shop', 'admin'] }, { belowGuard: ['shop', 'admin'] }],
  });
  const codeOfStart = (more: object) => site.release(settings, more).then(() => null, codeOf);
  expect(await codeOfStart({})).toBe('GUARD');
  expect(await codeOfStart({ overGuard: true })).toBe('FORBIDDEN');
  const asked = {
    cluster: 'shop',
    settings: { hold: false, verify: { passes: 0 }, watch: 0 },
    reason: 'r',
    overGuard: true,
  };
  await site.fleet.console.as('administrator').releases.start(asked);
  await site.untilStatus('done');
});

test('halted by a person, stays as it is; rolled back, everything serves', async () => {
  const id = await site.release();
  await site.untilAt(0, 'hold');
  await site.operator.releases.halt({ id, reason: 'wait' });
  const { overlays } = site.fleet.cluster.wanted;
  for (let count = 0; count < 5; count++) await site.step();
  expect(site.fleet.cluster.wanted.overlays).toEqual(overlays);
  expect(await phases(id)).toEqual(['drained drained', 'waiting waiting']);
  await site.operator.releases.rollBack({ id, reason: 'the new code is bad' });
  await site.untilStatus('rolled-back');
  expect(site.fleet.cluster.wanted.overlays).toEqual([]);
  expect(await phases(id)).toEqual(['skipped skipped', 'skipped skipped']);
  expect((await actions(id)).slice(-3)).toEqual(['drain.end', 'release.step', 'release.end']);
});

test('halts when a director isn’t heard any more, is a finding, and goes on when it is heard again', async () => {
  const id = await site.release();
  await site.untilAt(0, 'hold');
  await site.operator.releases.continue({ id, reason: 'deployed' });
  await site.untilAt(1, 'hold');
  site.fleet.console.ahead += 20_000;
  site.kernel('lb2').silent = true;
  await site.untilStatus('halted');
  expect((await site.view(id)).state.halt).toEqual({ kind: 'director-stale', directors: ['lb2'] });
  await site.until(async () =>
    (await site.fleet.console.as('viewer').view.cluster({ cluster: 'shop' })).findings.some(
      (finding) => finding.code === 'release-halted' && finding.wave === 2,
    ),
  );
  site.kernel('lb2').silent = false;
  await site.step();
  await site.operator.releases.resume({ id, reason: 'it is back' });
  await site.untilAt(1, 'hold');
});

test('an operator’s drain: its server is left out, or waited for, and stays out after the release', async () => {
  await site.fleet.drain('web2');
  const forecast = await site.operator.releases.plan({ cluster: 'shop', settings: {} });
  expect(forecast).toMatchObject({ ok: true, takenOut: [{ server: 'web2', by: 'the.operator', reason: 'disk' }] });
  const id = await site.release({ hold: false, takenOut: 'wait' });
  await site.until(() => site.fleet.cluster.release?.state.waitsFor?.kind === 'taken-out');
  await site.operator.releases.rollBack({ id, reason: 'not now' });
  await site.untilStatus('rolled-back');
  const without = await site.release({ hold: false });
  await site.untilStatus('done');
  expect(await phases(without)).toEqual(['returned left-out', 'returned returned']);
  expect(site.fleet.cluster.wanted.overlays).toMatchObject([{ release: null, target: { name: 'web2' } }]);
});

test('an operator’s drain in the middle, and a revision that takes a server away', async () => {
  const id = await site.release({ waves: { by: 'label', label: 'half' } });
  await site.untilAt(0, 'hold');
  expect(await phases(id)).toEqual(['drained drained', 'waiting waiting']);
  await site.fleet.drain('web2');
  await site.write(withoutWeb3);
  await site.until(async () => (await phases(id))[0] === 'drained gone');
  await site.operator.releases.continue({ id, reason: 'deployed' });
  await site.untilAt(1, 'hold');
  expect(await phases(id)).toEqual(['returned gone', 'left-out drained']);
  expect(site.fleet.cluster.wanted.overlays.map(({ release, target }) => [release, target])).toEqual([
    [null, { kind: 'real-server', name: 'web2' }],
    [id, { kind: 'real-server', name: 'web4' }],
  ]);
});

const withoutWeb3 = {
  ...shopDefinition,
  realServers: shopDefinition.realServers.filter(({ name }) => name !== 'web3'),
  services: shopDefinition.services.map((service) => ({
    ...service,
    destinations: service.destinations.filter(({ address }) => address !== '10.0.0.23'),
  })),
};

test('templates are kept by name, in the place of the one before', async () => {
  const { templates } = site.operator.releases;
  const save = (watch: number) => templates.save({ cluster: 'shop', name: 'nightly', settings: { watch } });
  await save(10);
  expect(await save(20)).toMatchObject({ name: 'nightly', by: 'the.operator', settings: { watch: 20, hold: true } });
  expect(await templates.list({ cluster: 'shop' })).toHaveLength(1);
  expect(await templates.remove({ cluster: 'shop', name: 'nightly' })).toEqual({ removed: 'nightly' });
  expect(await templates.list({ cluster: 'shop' })).toEqual([]);
  await expect(templates.remove({ cluster: 'shop', name: 'nightly' })).rejects.toThrow();
});
