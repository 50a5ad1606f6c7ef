import { expect, it } from 'vitest';
import { tutorialDefinition, web2, webKey } from '../display/cluster-record.example.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { ReleaseOrders } from './orders-of.ts';
import { changesNothing, type OverlayChanges, overlayChanges } from './overlay-changes.ts';
import { examplePlan, exampleTestService } from './release.example.ts';

const plan = examplePlan([['web1'], ['web2']], { testService: { ...exampleTestService, like: webKey } });
const order = (server: string, deadline: number | null = 5000) => ({
  ...{
    server,
    id: `r1.${server}`,
    deadline,
    mode: 'wait' as const,
    target: { kind: 'real-server', name: server } as const,
  },
});
const ordered = (more: Partial<ReleaseOrders>): ReleaseOrders => ({ drains: [], testing: [], ramp: null, ...more });
const changes = (overlays: readonly Overlay[], orders: ReleaseOrders): OverlayChanges =>
  overlayChanges({ definition: tutorialDefinition, overlays }, plan, orders, { by: 'ada', reason: 'v2', at: 1000 });
const after = (
  overlays: readonly Overlay[],
  { starts, changes: changed, ends, testsStart, testsEnd }: OverlayChanges,
) => [
  ...overlays.filter((one) => ![...ends, ...testsEnd, ...changed].some(({ id }) => id === one.id)),
  ...[...changed, ...starts, ...testsStart],
];

it('starts what is ordered with the release’s settings, and does nothing once it stands', () => {
  const orders = ordered({ drains: [order('web2')], testing: ['web2'] });
  const first = changes([], orders);
  expect(first.starts).toMatchObject([
    {
      id: 'r1.web2',
      mode: 'wait',
      deadline: 5000,
      atDeadline: 'ask',
      release: 'r1',
      reason: 'v2',
      by: 'ada',
      since: 1000,
    },
  ]);
  expect(first.testsStart).toMatchObject([
    { kind: 'test', at: 'TCP 10.0.0.100:8080', release: 'r1', target: { service: webKey, destination: web2 } },
  ]);
  expect(changesNothing(changes(after([], first), orders))).toBe(true);
});

it('ends what is not ordered any more, and leaves what isn’t its own', () => {
  const operators = drainOf({ kind: 'real-server', name: 'web2' }, { id: 'op' });
  const stands = after([operators], changes([operators], ordered({ drains: [order('web2')], testing: ['web2'] })));
  expect(stands).toHaveLength(3);
  const over = changes(stands, ordered({}));
  expect(over.ends.map(({ id }) => id)).toEqual(['r1.web2']);
  expect(after(stands, over)).toEqual([operators]);
});

it('leaves a ramp to rise, and ends it where all is to be in service at once', () => {
  const ramp: Overlay = {
    ...{ kind: 'ramp', id: 'up', target: { kind: 'real-server', name: 'web2' }, share: 100, release: 'r1' },
    ...{ by: 'ada', reason: '', since: 0, overGuard: false },
  };
  expect(changesNothing(changes([ramp], ordered({ ramp: 60 })))).toBe(true);
  expect(changes([ramp], ordered({})).ends).toEqual([ramp]);
});

it('changes a deadline and a mode under the same id', () => {
  const stands = after([], changes([], ordered({ drains: [order('web2')] })));
  const later = ordered({ drains: [{ ...order('web2', null), mode: 'cut' }] });
  expect(changes(stands, later).changes).toMatchObject([{ id: 'r1.web2', deadline: null, mode: 'cut' }]);
  expect(changesNothing(changes(after(stands, changes(stands, later)), later))).toBe(true);
});

it('asks for nothing of a server that the definition has not got', () => {
  expect(changesNothing(changes([], ordered({ drains: [order('web9')], testing: ['web9'] })))).toBe(true);
});
