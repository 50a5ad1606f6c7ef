import { describe, expect, it } from 'vitest';
import { desiredTable } from '../desired/desired-table.ts';
import { kernelOf, tutorialDefinition, web2, webKey } from '../display/cluster-record.example.ts';
import { drainOf, rampOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { driftSources, ignored } from './drift.example.ts';
import { driftOf } from './drift-of.ts';
import { driftPlaces } from './drift-sources.ts';
import { holdsStill } from './holds-still.ts';

const target = { kind: 'real-server' as const, name: 'web2' };
const written = kernelOf(tutorialDefinition);
/** The tutorial's kernel with another configuration of web2; null where it hasn't got it. */
const kernel = (weight: number | null, upperThreshold = 0) => ({
  settings: null,
  services: written.map((service) => ({
    ...service,
    destinations: service.destinations.flatMap((to) =>
      to.address !== '10.0.0.22' ? to : weight === null ? [] : { ...to, weight, upperThreshold },
    ),
  })),
});
const items = (overlays: Overlay[], weight: number | null, threshold = 0) =>
  driftOf(driftSources(tutorialDefinition, kernel(weight, threshold), overlays));

describe('under a ramp', () => {
  const ramp = [rampOf(target, 334)];

  it('the share of the weight is no drift, and another weight can’t be kept', () => {
    expect(desiredTable(tutorialDefinition, ramp).services[0]?.destinations[1]?.weight).toBe(1);
    expect(items(ramp, 1)).toEqual([]);
    expect(items(ramp, 3)).toMatchObject([{ destination: web2, notIgnorable: 'drained-and-serving' }]);
  });

  it('what else was edited stands with the written weight', () => {
    const [item] = items(ramp, 1, 50);
    expect(item).toMatchObject({ notIgnorable: null, stands: { stands: { weight: 3, upperThreshold: 50 } } });
  });
});

describe('under a cut', () => {
  const cut = [drainOf(target, { mode: 'cut' })];

  it('nothing in the kernel is no drift, and what somebody put there can’t be kept', () => {
    expect(items(cut, null)).toEqual([]);
    expect(items(cut, 0)).toMatchObject([{ kind: 'extra', destination: web2, notIgnorable: 'drained-and-serving' }]);
  });

  it('what people left as it stood before holds still', () => {
    const [accepted] = ignored(items([], 3, 50));
    if (!accepted) throw new Error('a threshold drifted');
    const holds = (overlays: Overlay[], weight: number | null, threshold: number) =>
      holdsStill(accepted.stands, driftPlaces(driftSources(tutorialDefinition, kernel(weight, threshold), overlays)));
    expect(accepted.stands).toMatchObject({ service: webKey, destination: web2 });
    expect([holds([], 3, 50), holds(cut, null, 0), holds([rampOf(target, 334)], 1, 50)]).toEqual([true, true, true]);
    expect([holds([], 3, 0), holds([], null, 0), holds([rampOf(target, 334)], 3, 0)]).toEqual([false, false, false]);
  });
});
