import { describe, expect, it } from 'vitest';
import type { Definition } from '../definition/definition.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { AcceptedDrift } from '../drift/accepted-drift.ts';
import { destinationStands } from '../drift/stands-of.ts';
import type { DestinationConfig } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import {
  clusterRecord,
  directorRecord,
  kernelOf,
  observe,
  secondsTo,
  tutorialDefinition,
  web2,
  webKey,
} from './cluster-record.example.ts';
import { clusterView } from './cluster-view.ts';
import { desiredByDirector } from './desired-of.ts';
import { previewOf } from './preview-of.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

const withWeight = (weight: number): Definition => ({
  ...tutorialDefinition,
  services: tutorialDefinition.services.map((service) => ({
    ...service,
    destinations: service.destinations.map((to, at) => (at === 1 ? { ...to, weight } : to)),
  })),
});
const config = (weight: number): DestinationConfig => ({
  ...{ forwarding: 'direct-routing', weight, upperThreshold: 0, lowerThreshold: 0, tunnel: null },
});
const nine: AcceptedDrift = {
  ...{ id: 'a', stands: destinationStands(webKey, web2, config(3), config(9)), reason: 'a test', by: 'ada', since: 0 },
};

/** A director whose kernel has web2 with this weight. */
function director(name: string, weight: number, more: Partial<DirectorRecord> = {}): DirectorRecord {
  const record = directorRecord({ name, ...more });
  observe(record.history, kernelOf(withWeight(weight)), secondsTo(2), () => ({}));
  return record;
}

const states = (cluster: ClusterRecord) => clusterView(cluster, 2_500).directors.map(({ state }) => state);

describe('accepted drift', () => {
  const cluster = (accepted: AcceptedDrift[]) =>
    clusterRecord({ directors: [director('lb1', 9, { accepted }), director('lb2', 3), director('lb3', 9)] });

  it('leaves its director in step, and no other', () => {
    expect(states(cluster([]))).toEqual(['drifted', 'in-step', 'drifted']);
    expect(states(cluster([nine]))).toEqual(['in-step', 'in-step', 'drifted']);
  });

  it('is no finding and no step of a preview', () => {
    const with9 = cluster([nine]);
    expect(with9.directors.map((record) => diagnose(with9, record, 2_500).length)).toEqual([0, 0, 1]);
    expect(previewOf(with9, with9, 2_500).directors.map(({ totalSteps }) => totalSteps)).toEqual([0, 0, 1]);
  });
});

describe('directors that are held back', () => {
  const previous = { revision: 1, definition: tutorialDefinition, takeOver: new Set<never>() };
  const cluster = (more: Partial<ClusterRecord> = {}) =>
    clusterRecord({
      ...{ revision: 2, definition: withWeight(5) },
      heldBack: { previous, directors: new Set(['lb2', 'lb3']), first: 'lb1', state: 'first', generation: 7 },
      directors: [director('lb1', 5), director('lb2', 3), director('lb3', 4)],
      ...more,
    });

  it('are set against the revision before, and wait while they are in step with it', () => {
    expect(states(cluster())).toEqual(['in-step', 'waiting', 'drifted']);
    expect(states(cluster({ heldBack: null }))).toEqual(['in-step', 'drifted', 'drifted']);
  });

  it('may take over what the revision before may', () => {
    const foreign = [director('lb1', 5), director('lb2', 4, { owned: new Set() })];
    const taken = { ...previous, takeOver: new Set([webKey]) };
    const held = { previous: taken, directors: new Set(['lb2']), first: 'lb1', state: 'first', generation: 7 } as const;
    const steps = (heldBack: ClusterRecord['heldBack']) => {
      const own = cluster({ directors: foreign, heldBack });
      return previewOf(own, own, 2_500).directors.map(({ totalSteps }) => totalSteps);
    };
    expect(steps(held)).toEqual([0, 1]);
    expect(steps({ ...held, previous })).toEqual([0, 0]);
  });

  it('are told of in the cluster’s view', () => {
    expect(clusterView(cluster(), 2_500).rollout).toEqual({
      ...{ revision: 2, generation: 7, first: 'lb1', state: 'first', waiting: ['lb2', 'lb3'], previousRevision: 1 },
    });
    expect(clusterView(cluster({ heldBack: null }), 2_500).rollout).toBeNull();
  });

  it('get a new revision’s plan like all others, and a drain’s on what they have', () => {
    const lines = (before: ClusterRecord, after: ClusterRecord) =>
      previewOf(before, after, 2_500).directors.map(({ steps }) => steps.map(({ line }) => line.split(' ').at(-1)));
    const own = cluster();
    expect(lines(own, { ...own, revision: 3, definition: withWeight(7) })).toEqual([['7'], ['7'], ['7']]);
    const target = { kind: 'real-server' as const, name: 'web1' };
    const drain = drainOf(target);
    expect(lines(own, { ...own, overlays: [drain] })).toEqual([['0'], ['0'], ['0', '3']]);
  });
});

it('is worked out once for all directors that nothing sets apart', () => {
  const own = clusterRecord({
    directors: [director('lb1', 3), director('lb2', 3), director('lb3', 9, { accepted: [nine] })],
  });
  const desiredOf = desiredByDirector(own);
  const [one, two, three] = own.directors.map(desiredOf);
  expect(one).toBe(two);
  expect(three).not.toBe(one);
});
