import { describe, expect, it } from 'vitest';
import type { Health } from '../checks/health.ts';
import { definitionSchema } from '../definition/definition.ts';
import { dueDrains } from '../drains/due-drains.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { DrainOverlay } from '../overlay/overlay.ts';
import type { ServiceReturn } from '../overlay/service-return.ts';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  quietFacts,
  secondsTo,
  tutorialDefinition,
  tutorialWith,
  web2,
  webKey,
} from './cluster-record.example.ts';
import { clusterView } from './cluster-view.ts';
import { realServerView } from './real-server-view.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';
import { serviceView } from './service-view.ts';

const target = { kind: 'real-server' as const, name: 'web2' };
const [one, three] = kernelOf(tutorialDefinition)[0]?.destinations ?? [];
if (!one || !three) throw new Error('the tutorial has two destinations');
const quiet = tutorialWith({ destinations: [one, { ...three, weight: 0 }] });
const gone = tutorialWith({ destinations: [one] });

interface Left {
  readonly activeConn: (second: number) => number;
  readonly persistConn?: (second: number) => number;
}

/** A director whose kernel has had that table for so many seconds, and what web2 had left in each. */
function director(
  table: typeof quiet,
  { activeConn, persistConn = () => 0 }: Left,
  seconds: number,
  more = {},
): DirectorRecord {
  const record = directorRecord(more);
  for (const second of secondsTo(seconds)) {
    observe(record.history, table, [second], (at, to) =>
      to === web2 ? { activeConn: activeConn(at), persistConn: persistConn(at) } : {},
    );
    // As the diagnosis does each second.
    record.memory.drains.follow();
  }
  return record;
}

const none = { activeConn: () => 0 };
const at = (seconds: number) => seconds * 1000;
const cluster = (record: DirectorRecord, drain: DrainOverlay = drainOf(target), more: Partial<ClusterRecord> = {}) =>
  clusterRecord({ overlays: [drain], directors: [record], ...more });
const rowOf = (record: ClusterRecord, now: number) =>
  serviceView(record, webKey, now)?.directors[0]?.destinations.find(({ key }) => key === web2);
const drainIn = (record: ClusterRecord, now: number) => rowOf(record, now)?.drain;

describe('the phase of a drain', () => {
  it('goes with the intent until the kernel shows it', () => {
    const table = kernelOf(tutorialDefinition);
    const behind = director(table, none, 5, { wanted: 2, held: 1 });
    expect(drainIn(cluster(behind), at(5))?.phase).toBe('requested');
    const sent = director(table, none, 5, { wanted: 2, held: 2 });
    expect(drainIn(cluster(sent), at(5))?.phase).toBe('sent');
  });

  it('is confirmed while only numbers of before are known', () => {
    const record = director(kernelOf(tutorialDefinition), { activeConn: () => 7 }, 5);
    record.history.pushTable(quiet, 'boot-1');
    expect(drainIn(cluster(record), at(5))?.phase).toBe('confirmed');
  });

  it('is draining while connections or live templates are left, and then drained', () => {
    expect(drainIn(cluster(director(quiet, { activeConn: () => 3 }, 5)), at(5))).toMatchObject({
      ...{ phase: 'draining', activeConn: 3, persistConn: 0, mode: 'wait' },
    });
    const clients = { activeConn: () => 0, persistConn: () => 2 };
    expect(drainIn(cluster(director(quiet, clients, 5)), at(5))?.phase).toBe('draining');
    expect(drainIn(cluster(director(quiet, none, 5)), at(5))?.phase).toBe('drained');
  });

  it('doesn’t wait for templates that bring nobody', () => {
    const clients = { activeConn: () => 0, persistConn: () => 2 };
    const ignoring = drainOf(target, { ignoresPersistence: true });
    expect(drainIn(cluster(director(quiet, clients, 5), ignoring), at(5))?.phase).toBe('drained');
    const facts = { ...quietFacts, sysctls: { expire_quiescent_template: 1 } };
    expect(drainIn(cluster(director(quiet, clients, 5, { facts })), at(5))).toMatchObject({
      ...{ phase: 'drained', persistConn: 2 },
    });
  });

  it('is drained as soon as what is cut is gone', () => {
    const cut = drainOf(target, { mode: 'cut' });
    const row = rowOf(cluster(director(gone, none, 5), cut), at(5));
    expect(row).toMatchObject({
      drain: { phase: 'drained', mode: 'cut' },
      state: { kind: 'drained' },
      writtenWeight: 3,
    });
    const stands = rowOf(cluster(director(quiet, none, 5), cut), at(5));
    expect(stands).toMatchObject({ drain: { phase: 'sent' }, state: { kind: 'not-defined' } });
  });

  it('is not known of a director that isn’t heard', () => {
    expect(drainIn(cluster(director(quiet, none, 5)), at(60))?.phase).toBe('unknown');
  });

  it('is past its deadline as long as something is left', () => {
    const drain = drainOf(target, { deadline: at(4) });
    expect(drainIn(cluster(director(quiet, { activeConn: () => 1 }, 5), drain), at(5))?.phase).toBe('past-deadline');
    expect(drainIn(cluster(director(quiet, none, 5), drain), at(5))?.phase).toBe('drained');
  });
});

describe('the end of a drain', () => {
  it('is estimated from the last minute', () => {
    const falling = director(quiet, { activeConn: (second) => 100 - second }, 40);
    const drain = drainIn(cluster(falling), at(40));
    expect(drain?.perMinute).toBeCloseTo(-60, 0);
    expect(drain?.etaSeconds).toBe(60);
  });

  it('isn’t while too little is known, or nothing goes away', () => {
    expect(drainIn(cluster(director(quiet, { activeConn: () => 9 }, 8)), at(8))).toMatchObject({
      ...{ perMinute: null, etaSeconds: null },
    });
    expect(drainIn(cluster(director(quiet, { activeConn: (second) => second }, 40)), at(40))).toMatchObject({
      etaSeconds: null,
    });
  });
});

it('a real server is as far as the slowest of its places, with the numbers of one director', () => {
  const busy = director(quiet, { activeConn: () => 5 }, 5);
  const done = director(quiet, none, 5, { name: 'lb2' });
  const both = cluster(busy, drainOf(target), { directors: [busy, done] });
  expect(clusterView(both, at(5)).realServers.find(({ name }) => name === 'web2')?.drain).toMatchObject({
    ...{ phase: 'draining', activeConn: 5, ids: ['d'] },
  });
  expect(realServerView(both, 'web2', at(5))?.drain).toMatchObject({ phase: 'draining', activeConn: 5 });
});

describe('a return that waits for checks', () => {
  const check = { kind: 'tcp' };
  const definition = definitionSchema.parse({
    ...tutorialDefinition,
    services: tutorialDefinition.services.map((service) => ({ ...service, check })),
  });
  const returning: ServiceReturn = {
    ...{ id: 'r', target, phase: 'awaiting-checks', over: null, passingNeeded: 3, since: at(10) },
    ...{ step: 0, steppedAt: null, reason: 'done', by: 'ada' },
  };
  const passing = (streak: number, streakSince: number, passed = true): Health => ({
    ...{ verdict: passed ? 'passing' : 'failing', since: 0, streak, streakSince, needed: 2, falls: 0 },
    last: { passed, outcome: { kind: 'connected', took: 1 } as never, at: at(20) },
  });
  const due = (health: Health | null, more: Partial<DirectorRecord> = {}, now = at(21)) => {
    const record = director(quiet, none, 20, more);
    const known = { ...record, health: new Map(health ? [[`${webKey} ${web2}`, health]] : []) };
    return dueDrains(cluster(known, drainOf(target), { definition, returns: [returning] }), () => false, now);
  };

  it('is due after so many passes in a row that ended since', () => {
    expect(due(passing(3, at(12)))).toEqual([{ kind: 'passed', returning }]);
    expect(due(passing(2, at(12)))).toEqual([]);
    expect(due(passing(3, at(12), false))).toEqual([]);
    expect(due(null)).toEqual([]);
  });

  it('counts no pass of before', () => {
    // 21 in a row since second 0, one a second: those behind second 10 count.
    expect(due(passing(21, 0))).toHaveLength(1);
    expect(due({ ...passing(21, 0), last: { passed: true, outcome: {} as never, at: at(11) } })).toEqual([]);
  });

  it('waits for a director that isn’t heard', () => {
    expect(due(passing(3, at(12)), {}, at(60))).toEqual([]);
  });

  it('is told in its row', () => {
    const record = cluster(director(quiet, none, 5), drainOf(target), { definition, returns: [returning] });
    expect(rowOf(record, at(5))?.returning).toEqual({
      ...{ phase: 'awaiting-checks', share: null, passingNeeded: 3, since: at(10), until: null },
    });
  });
});
