import { expect, it } from 'vitest';
import { tutorialDefinition, web2, webKey } from '../display/cluster-record.example.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { DrainTarget, Overlay } from '../overlay/overlay.ts';
import { desiredTable } from './desired-table.ts';

const drain = (target: DrainTarget, id = 'd1') => drainOf(target, { id, reason: 'new kernel' });
const weights = (overlays: Overlay[]) =>
  desiredTable(tutorialDefinition, overlays).services[0]?.destinations.map((to) => [to.weight, to.writtenWeight]);

it('is the definition where nothing lies over it', () => {
  expect(weights([])).toEqual([
    [1, 1],
    [3, 3],
  ]);
  expect(desiredTable(tutorialDefinition, []).services[0]?.destinations[0]).toMatchObject({
    realServer: 'web1',
    outBy: [],
  });
});

it('lays weight 0 over a drained destination and keeps the written one', () => {
  expect(weights([drain({ kind: 'destination', service: webKey, destination: web2 })])).toEqual([
    [1, 1],
    [0, 3],
  ]);
});

it('drains a real server in every service it stands in, by its name', () => {
  expect(weights([drain({ kind: 'real-server', name: 'web1' })])).toEqual([
    [0, 1],
    [3, 3],
  ]);
});

it('keeps reasons apart: one taken away leaves the other', () => {
  const both = [
    drain({ kind: 'real-server', name: 'web2' }, 'a'),
    drain({ kind: 'destination', service: webKey, destination: web2 }, 'b'),
  ];
  const row = desiredTable(tutorialDefinition, both).services[0]?.destinations[1];
  expect(row?.outBy.map((overlay) => overlay.id)).toEqual(['a', 'b']);
  expect(weights(both.slice(1))).toEqual([
    [1, 1],
    [0, 3],
  ]);
  expect(weights([])).toEqual([
    [1, 1],
    [3, 3],
  ]);
});
