import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange, changeSchema } from '../definition/change.ts';
import { crowdedDefinition } from '../definition/crowded-definition.arbitrary.ts';
import type { Definition } from '../definition/definition.ts';
import { kernelOf, tutorialDefinition, tutorialWith } from '../display/cluster-record.example.ts';
import { crowdedTable } from '../lvs/table.arbitrary.ts';
import type { VirtualService } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { KernelState } from '../plan/plan-changes.ts';
import { isWithin, stepTarget } from '../plan/step-target.ts';
import { adoptionOf } from './adoption.ts';
import { driftSources, ignored, ownedOf } from './drift.example.ts';
import type { DriftItem } from './drift-item.ts';
import { driftOf } from './drift-of.ts';

const [service] = kernelOf(tutorialDefinition);
if (!service) throw new Error('the tutorial has a service');

/** The changes that adopting all of a kernel's drift makes. */
function changes(services: readonly VirtualService[], definition = tutorialDefinition) {
  const kernel = { services, settings: null };
  return adoptionOf(driftOf(driftSources(definition, kernel)), definition).changes;
}

it('is the change that a person would have made', () => {
  const [one, three] = service.destinations;
  if (!one || !three) throw new Error('the tutorial has two destinations');
  const key = 'TCP 10.0.0.100:80';
  expect(changes(tutorialWith({ destinations: [one, { ...three, weight: 9 }] }))).toMatchObject([
    { kind: 'edit-destination', service: key, key: '10.0.0.22:80', destination: { weight: 9 } },
  ]);
  expect(changes(tutorialWith({ destinations: [one] }))).toEqual([
    { kind: 'remove-destination', service: key, key: '10.0.0.22:80' },
  ]);
  const more = { ...three, address: '10.0.0.23' as typeof three.address };
  expect(changes(tutorialWith({ destinations: [one, three, more] }))).toMatchObject([
    { kind: 'add-destination', service: key, destination: { address: '10.0.0.23', weight: 3 } },
  ]);
  expect(changes(tutorialWith({ scheduler: 'sed' }))).toMatchObject([
    {
      kind: 'edit-service',
      key,
      service: { name: 'web', scheduler: 'sed', destinations: [{ weight: 1 }, { weight: 3 }] },
    },
  ]);
  expect(changes([])).toEqual([{ kind: 'remove-service', key }]);
});

it('names a service that nobody named after its key, and not like another', () => {
  const extra = (fwmark: number): VirtualService => ({ ...service, key: { kind: 'fwmark', fwmark, family: 'ipv4' } });
  const named = {
    ...tutorialDefinition,
    services: tutorialDefinition.services.map((one) => ({ ...one, name: 'fwm-7' })),
  };
  expect(
    changes(
      [service, extra(7), extra(8)].map((one) => ({ ...one, destinations: [] })),
      named,
    ),
  ).toMatchObject([
    { kind: 'remove-destination' },
    { kind: 'remove-destination' },
    { kind: 'add-service', service: { name: 'fwm-7-2', destinations: [] } },
    { kind: 'add-service', service: { name: 'fwm-8' } },
  ]);
});

const drain = (name: string) => drainOf({ kind: 'real-server', name }, { id: name });
const drains = fc.subarray(['a', '10.0.0.1', '10.0.0.2']).map((names) => names.map(drain));

const few = fc.integer({ min: 1, max: 3 });
const settings = fc.record({
  timeouts: fc.record({ tcp: few, tcpfin: few, udp: few }),
  sysctls: fc.record({ conntrack: fc.integer({ min: 0, max: 1 }), drop_entry: few }),
});

/** Kernels that have also what no definition can. */
const wildKernel: fc.Arbitrary<KernelState> = fc
  .record({ table: crowdedTable, settings, wild: fc.option(fc.constantFrom('scheduler', 'forwarding', 'weight')) })
  .map(({ table, settings: set, wild }) => ({
    settings: set,
    services: table.services.map((one, at) =>
      at > 0 || wild === null
        ? one
        : {
            ...one,
            ...(wild === 'scheduler' ? { scheduler: 'none' } : {}),
            destinations: one.destinations.map((to) => ({
              ...to,
              ...(wild === 'forwarding' ? { forwarding: 'bypass' as const, tunnel: null } : {}),
              ...(wild === 'weight' ? { weight: 70_000 } : {}),
            })),
          },
    ),
  }));

/** The targets of what a plan would still do, among these. */
function stillPlanned(
  items: readonly DriftItem[],
  definition: Definition,
  kernel: KernelState,
  owned: ReturnType<typeof ownedOf>,
  ...layers: [overlays: Overlay[], accepted?: ReturnType<typeof ignored>]
) {
  const targets = new Set(items.map(({ target }) => target));
  const { plan } = driftSources(definition, kernel, layers[0], layers[1], owned);
  return plan.steps.map(stepTarget).filter((target) => targets.has(target));
}

it('leaves nothing to do where it was adopted', () => {
  fc.assert(
    fc.property(crowdedDefinition, wildKernel, drains, fc.boolean(), (definition, kernel, overlays, backwards) => {
      const owned = ownedOf(definition, kernel);
      const inOrder = driftOf(driftSources(definition, kernel, overlays));
      const items = backwards ? inOrder.toReversed() : inOrder;
      const { changes: made, refusals } = adoptionOf(items, definition);
      const refused = new Set(refusals.map(({ target }) => target));
      expect(made.length + refusals.length).toBe(items.length);
      if (made.length === 0) return;
      const after = applyChange(definition, changeSchema.parse({ kind: 'several', changes: made }));
      if (!after.ok) throw new Error(JSON.stringify(after.problems));
      const adopted = items.filter(({ target }) => !refused.has(target));
      expect(stillPlanned(adopted, after.definition, kernel, owned, overlays)).toEqual([]);
    }),
  );
});

it('leaves nothing to do where it was ignored', () => {
  fc.assert(
    fc.property(crowdedDefinition, wildKernel, drains, (definition, kernel, overlays) => {
      const owned = ownedOf(definition, kernel);
      const items = driftOf(driftSources(definition, kernel, overlays));
      const left = items.filter(({ notIgnorable }) => notIgnorable === null);
      expect(stillPlanned(left, definition, kernel, owned, overlays, ignored(left))).toEqual([]);
      const later = driftOf(driftSources(definition, kernel, overlays, ignored(left), owned));
      expect(later.every(({ notIgnorable }) => notIgnorable !== null)).toBe(true);
    }),
  );
});

it('has an item for each thing a plan would do, each confined to itself', () => {
  fc.assert(
    fc.property(crowdedDefinition, wildKernel, drains, (definition, kernel, overlays) => {
      const sources = driftSources(definition, kernel, overlays);
      const items = driftOf(sources);
      expect(new Set(items.map(({ target }) => target)).size).toBe(items.length);
      const within = (step: (typeof sources.plan.steps)[number]) =>
        items.filter(({ target }) => isWithin(new Set([target]), step)).length;
      expect(sources.plan.steps.every((step) => within(step) > 0)).toBe(true);
      expect(items.every(({ notIgnorable, notAdoptable }) => notIgnorable === null || notAdoptable !== null)).toBe(
        true,
      );
    }),
  );
});
