import { describe, expect, it } from 'vitest';
import type { Health } from '../checks/health.ts';
import { type Definition, definitionSchema } from '../definition/definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import {
  clusterRecord,
  directorRecord,
  observe,
  tutorialDefinition,
  web2,
  webKey,
} from '../display/cluster-record.example.ts';
import type { ClusterRecord, DirectorRecord } from '../display/records.ts';
import { History } from '../observation/history.ts';
import { drainOf, rampOf, testOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { beginRelease } from './begin-release.ts';
import { examplePlan } from './release.example.ts';
import { worldOf } from './world-of.ts';

const plan = examplePlan([['web2'], ['web1']]);
const state = beginRelease(plan, 0);
const whole = { kind: 'real-server', name: 'web2' } as const;
const own = drainOf(whole, { id: 'r', release: 'r1' });
const operators = drainOf(whole, { id: 'op' });
const now = 3000;

interface Given {
  readonly overlays?: readonly Overlay[];
  readonly definition?: Definition;
  readonly activeConn?: number;
  readonly persistConn?: number;
  /** What the kernels were given; what is wanted unless said otherwise. */
  readonly kernel?: readonly Overlay[];
  readonly lb2?: Partial<DirectorRecord>;
}

function site({ overlays = [], definition = tutorialDefinition, kernel = overlays, ...given }: Given): ClusterRecord {
  const director = (name: string, more: Partial<DirectorRecord> = {}) => {
    const history = new History();
    const { activeConn = 0, persistConn = 0 } = given;
    observe(history, desiredTable(definition, kernel).services, [1, 2, 3], (_, to) =>
      to === web2 ? { activeConn, persistConn } : {},
    );
    return directorRecord({ name, history, ...more });
  };
  return clusterRecord({ definition, overlays, directors: [director('lb1'), director('lb2', given.lb2)] });
}
const web2In = (given: Given, at = now) => worldOf(site(given), plan, state, at).servers.web2;

it('is in service where nothing lies over it', () => {
  expect(web2In({})).toEqual({
    ...{ defined: true, takenOut: false, ordered: false, overlaid: false, out: false, drained: false, back: true },
    checks: null,
  });
});

it('is out when each kernel has weight 0, and drained when nothing is left there', () => {
  expect(web2In({ overlays: [own], kernel: [] })).toMatchObject({
    ordered: true,
    overlaid: true,
    out: false,
    back: false,
  });
  expect(web2In({ overlays: [own], activeConn: 3 })).toMatchObject({ out: true, drained: false });
  expect(web2In({ overlays: [own], persistConn: 1 })).toMatchObject({ out: true, drained: false });
  expect(web2In({ overlays: [own] })).toMatchObject({ out: true, drained: true });
  const ignoring = {
    ...plan,
    settings: { ...plan.settings, drain: { ...plan.settings.drain, ignoresPersistence: true } },
  };
  expect(worldOf(site({ overlays: [own], persistConn: 1 }), ignoring, state, now).servers.web2?.drained).toBe(true);
});

it('is out of the table where it is cut, and then nothing is left', () => {
  const cut = drainOf(whole, { id: 'r', release: 'r1', mode: 'cut' });
  expect(web2In({ overlays: [cut], activeConn: 9 })).toMatchObject({ ordered: true, out: true, drained: true });
});

it('is not out, whatever the others say, while a director of the plan isn’t heard or has not got there', () => {
  const stale = { history: new History() };
  expect(web2In({ overlays: [own], lb2: stale })).toMatchObject({ out: false, drained: false });
  expect(web2In({ overlays: [own], lb2: { applied: 0 } })).toMatchObject({ out: false });
  const { directors } = worldOf(site({ lb2: stale }), plan, state, now);
  expect(directors.map(({ name, heard }) => [name, heard])).toEqual([
    ['lb1', true],
    ['lb2', false],
  ]);
  expect(worldOf(site({ overlays: [own] }), plan, state, 60_000).servers.web2).toMatchObject({ out: false });
});

it('goes by the directors that are left when one is removed, and by none when all are', () => {
  const record = site({ overlays: [own] });
  const left = (directors: ClusterRecord['directors']) =>
    worldOf({ ...record, directors }, plan, state, now).servers.web2;
  expect(left(record.directors.slice(0, 1))).toMatchObject({ out: true, drained: true });
  expect(left([])).toMatchObject({ out: false, drained: false });
});

it('is back when kernels have the weight that it should have now, also where others keep it out', () => {
  expect(web2In({ overlays: [operators] })).toMatchObject({
    takenOut: true,
    ordered: false,
    overlaid: false,
    back: true,
  });
  const ramp = rampOf(whole, 500, { id: 'up', release: 'r1' });
  expect(web2In({ overlays: [ramp] })).toMatchObject({ overlaid: true, out: false, back: true });
  expect(web2In({ overlays: [ramp], kernel: [] })).toMatchObject({ back: false });
  expect(web2In({ lb2: { applied: 0 } })).toMatchObject({ back: false });
});

it('tells what an operator took out from what a release did, and both from a test service', () => {
  expect(web2In({ overlays: [own, operators] })).toMatchObject({ takenOut: true, ordered: true });
  const test = testOf({ kind: 'destination', service: webKey, destination: web2 }, 'TCP 10.0.0.100:8080', {
    release: 'r1',
  });
  expect(web2In({ overlays: [test] })).toMatchObject({ ordered: false, overlaid: false, out: false, back: true });
});

it('is not defined once the definition has none of its destinations', () => {
  const without = {
    ...tutorialDefinition,
    services: tutorialDefinition.services.map((one) => ({ ...one, destinations: [] })),
  };
  expect(web2In({ definition: without })).toMatchObject({ defined: false });
});

describe('checks', () => {
  const checked = definitionSchema.parse({
    ...tutorialDefinition,
    services: tutorialDefinition.services.map((one) => ({ ...one, check: { kind: 'tcp' } })),
  });
  const passing: Health = {
    ...{ verdict: 'passing', since: 0, streak: 9, streakSince: 500, needed: 3, falls: 0 },
    last: { passed: true, outcome: { what: 'connected' }, at: 4500 },
  };
  const health = (of: Health) => new Map([[`${webKey} ${web2}`, of]]);
  const site2 = (lb1: Health | null, lb2: Health | null): ClusterRecord => {
    const record = site({ definition: checked });
    const [one, two] = record.directors;
    const with_ = (director: DirectorRecord | undefined, of: Health | null) =>
      director ? [{ ...director, health: of ? health(of) : new Map() }] : [];
    return { ...record, directors: [...with_(one, lb1), ...with_(two, lb2)] };
  };
  const checksIn = (record: ClusterRecord, since: number) =>
    worldOf(record, plan, { ...state, stepSince: since }, now).servers.web2?.checks;

  it('counts passes since the step began, on the director where they are fewest', () => {
    expect(checksIn(site2(passing, passing), 0)).toEqual({ passes: 9, failing: false });
    expect(checksIn(site2(passing, { ...passing, streak: 2, streakSince: 4000 }), 0)).toEqual({
      passes: 2,
      failing: false,
    });
    expect(checksIn(site2(passing, passing), 4000)).toEqual({ passes: 1, failing: false });
    expect(checksIn(site2(passing, null), 0)).toEqual({ passes: 0, failing: false });
  });

  it('fails where any director says so', () => {
    expect(checksIn(site2(passing, { ...passing, verdict: 'failing' }), 0)).toMatchObject({ failing: true });
  });
});

it('looks at the guard before a wave, and nowhere else', () => {
  const guarded = {
    ...tutorialDefinition,
    settings: { ...tutorialDefinition.settings, guard: { leastServing: 2, leastWeightPercent: 0 } },
  };
  expect(worldOf(site({ definition: guarded }), plan, state, now).belowGuard).toEqual(['web']);
  expect(worldOf(site({ definition: guarded }), plan, { ...state, step: 'hold' }, now).belowGuard).toEqual([]);
  expect(worldOf(site({ definition: guarded }), { ...plan, overGuard: true }, state, now).belowGuard).toEqual([]);
});

it('says which findings are about its services', () => {
  const finding = (service: typeof webKey | null) => ({
    ...{ id: `f ${service}`, severity: 'warning', director: 'lb2', service, since: 0, remedies: [] },
    ...{ code: 'no-destination-serves' },
  });
  const other = 'TCP 10.0.0.9:1' as typeof webKey;
  const findings = [finding(webKey), finding(other), finding(null)] as DirectorRecord['findings'];
  const seen = worldOf(site({ lb2: { findings } }), plan, state, now).findings;
  expect(seen.map(({ concerns }) => concerns)).toEqual([true, false, true]);
});
