import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../definition/definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import type { AcceptedDrift } from '../drift/accepted-drift.ts';
import { destinationStands } from '../drift/stands-of.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { DestinationConfig, VirtualService } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import {
  clusterRecord,
  directorRecord,
  observe,
  secondsTo,
  tutorialDefinition,
  tutorialWith,
  web2,
  webKey,
} from './cluster-record.example.ts';
import { directorView } from './director-view.ts';
import { driftOnDirector } from './drift-on-director.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

const config = (weight: number): DestinationConfig => ({
  ...{ forwarding: 'direct-routing', weight, upperThreshold: 0, lowerThreshold: 0, tunnel: null },
});
const accept = (over: number, stands: number): AcceptedDrift => ({
  ...{ id: 'a', reason: 'a test', by: 'ada', since: 0 },
  stands: destinationStands(webKey, web2, config(over), config(stands)),
});
const fwmark = (mark: number) => ({ key: { kind: 'fwmark', fwmark: mark, family: 'ipv4' } as const });
const drain = drainOf({ kind: 'real-server', name: 'web2' });

/** A director whose kernel has web2 with this weight. */
const tableWith = (weight: number) => {
  const [service] = tutorialWith({});
  const destinations = service?.destinations.map((to, at) => (at === 1 ? { ...to, weight } : to)) ?? [];
  return tutorialWith({ destinations });
};

function cluster(weight: number, director: Partial<DirectorRecord> = {}, more: Partial<ClusterRecord> = {}) {
  const record = directorRecord(director);
  observe(record.history, tableWith(weight), secondsTo(2), () => ({}));
  return clusterRecord({ directors: [record], ...more });
}
const view = (of: ClusterRecord, at = 2_500) => directorView(of, 'lb1', at);

describe('the drift of a director', () => {
  it('has the side that the last apply left', () => {
    const lastApplied = desiredTable(tutorialDefinition, [drain]);
    expect(view(cluster(9, { lastApplied }))?.drift).toMatchObject([
      { target: `${webKey} ${web2}`, sides: [{ field: 'weight', desired: '3', applied: '0', kernel: '9' }] },
    ]);
    expect(driftOnDirector(cluster(9), 'lb1', 2_500)).toHaveLength(1);
    expect(driftOnDirector(cluster(9), 'lb2', 2_500)).toEqual([]);
  });

  it('is empty while an intent is on its way, the kernel is not known, or nothing was ever wanted', () => {
    expect(view(cluster(9, { wanted: 2 }))?.drift).toEqual([]);
    expect(view(cluster(9, { wanted: 2, held: 2 }))?.drift).toEqual([]);
    expect(view(cluster(9), 13_000)?.drift).toEqual([]);
    expect(view(cluster(9, { wanted: 0, held: 0, applied: 0 }))?.drift).toEqual([]);
  });
});

it('is counted in whole and shown in part', () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    ...tutorialWith({})[0],
    ...fwmark(at + 1),
  })) as VirtualService[];
  const record = directorRecord({ owned: new Set(many.map(({ key }) => serviceKeyText(key))) });
  observe(record.history, many, [0, 1, 2], () => ({}));
  const shown = view(clusterRecord({ directors: [record] }));
  expect(shown?.driftTotal).toBe(601);
  expect(shown?.drift.map(({ kind }) => kind)).toEqual(['missing', ...Array(499).fill('extra')]);
});

describe('an accepted drift', () => {
  const rows = (accepted: AcceptedDrift, weight: number, more: Partial<ClusterRecord> = {}, at?: number) =>
    view(cluster(weight, { accepted: [accepted] }, more), at)?.accepted.map(({ target, director, holds }) => [
      ...[target, director, holds],
    ]);
  const row = (holds: boolean) => [[`${webKey} ${web2}`, 'lb1', holds]];

  it('holds while the kernel has it and the definition is what it lies over', () => {
    expect(rows(accept(3, 9), 9)).toEqual(row(true));
    expect(rows(accept(3, 9), 3)).toEqual(row(false));
    expect(rows(accept(4, 9), 9)).toEqual(row(false));
  });

  it('holds under a drain, which has a weight of its own', () => {
    expect(rows(accept(3, 9), 0, { overlays: [drain] })).toEqual(row(true));
    expect(rows(accept(3, 9), 0)).toEqual(row(false));
    expect(rows(accept(3, 9), 5, { overlays: [drain] })).toEqual(row(false));
  });

  it('holds until a kernel that is heard says otherwise', () => {
    expect(rows(accept(3, 9), 3, {}, 13_000)).toEqual(row(true));
  });

  it('is known by its timeout or its sysctl', () => {
    const settings = { timeouts: { tcp: 900 }, sysctls: { expire_quiescent_template: 1 } };
    const definition = definitionSchema.parse({ ...tutorialDefinition, settings });
    const set = (id: string, name: string, over: number, stands: number): AcceptedDrift => ({
      ...{ id, reason: '', by: 'ada', since: 0, stands: { what: 'setting', name, over, stands } },
    });
    const accepted = [
      set('a', 'tcp', 900, 900),
      set('b', 'expire_quiescent_template', 1, 0),
      set('c', 'sync_period', 1, 0),
    ];
    const found = view(cluster(3, { accepted }, { definition }))?.accepted.map(({ target, holds }) => [target, holds]);
    expect(found).toEqual([
      ['timeouts', true],
      ['net.ipv4.vs.expire_quiescent_template', true],
      ['net.ipv4.vs.sync_threshold', false],
    ]);
  });
});

it('shows a service that was left and that nobody defined as ours, without a name', () => {
  const extra = { ...tutorialWith({})[0], key: { kind: 'fwmark', fwmark: 7, family: 'ipv4' } } as const;
  const record = directorRecord({ owned: new Set([webKey, 'FWM 7' as typeof webKey]) });
  observe(
    record.history,
    [...tutorialWith({}), extra as ReturnType<typeof tutorialWith>[number]],
    [0, 1, 2],
    () => ({}),
  );
  const drifted = clusterRecord({ directors: [record] });
  const left = driftOnDirector(drifted, 'lb1', 2_500).flatMap(({ stands, alsoStands }) => [stands, ...alsoStands]);
  const accepted = left.map((stands, at) => ({ ...accept(3, 3), id: `a${at}`, stands }));
  const [, shown] = view({ ...drifted, directors: [{ ...record, accepted }] })?.services ?? [];
  expect(shown).toMatchObject({ key: 'FWM 7', name: null, standing: 'ours' });
  expect(shown?.destinations.map(({ state }) => state.kind)).toEqual(['serving', 'serving']);
});
