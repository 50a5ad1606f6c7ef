import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crowdedDefinition } from '../definition/crowded-definition.arbitrary.ts';
import type { Definition } from '../definition/definition.ts';
import { noGuard } from '../definition/settings.ts';
import { tutorialDefinition, web1, web2, webKey } from '../display/cluster-record.example.ts';
import type { AcceptedDrift, Stands } from '../drift/accepted-drift.ts';
import { destinationStands, serviceStands } from '../drift/stands-of.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import { crowdedTable } from '../lvs/table.arbitrary.ts';
import type { DestinationConfig, IpvsTable, ServiceConfig } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { plainConfig } from '../plan/differences.ts';
import { planTable } from '../plan/plan-table.ts';
import { desiredTable } from './desired-table.ts';

const accept = (stands: Stands, at = 0): AcceptedDrift => ({
  ...{ id: `a${at}`, stands, reason: 'an experiment', by: 'ada', since: 0 },
});
const drain = drainOf({ kind: 'real-server', name: 'web2' });

const [service] = tutorialDefinition.services;
if (!service) throw new Error('the tutorial has a service');
const config: ServiceConfig = plainConfig(service);
const weight = (value: number): DestinationConfig => ({
  ...{ forwarding: 'direct-routing', weight: value, upperThreshold: 0, lowerThreshold: 0, tunnel: null },
});
const webAt2 = (over: DestinationConfig | null, stands: DestinationConfig | null) =>
  accept({ what: 'destination', service: webKey, destination: web2, over, stands });

const table = (accepted: AcceptedDrift[], overlays: Overlay[] = [], definition: Definition = tutorialDefinition) =>
  desiredTable(definition, overlays, accepted);
const weights = (...given: Parameters<typeof table>) =>
  table(...given).services[0]?.destinations.map((to) => [destinationKeyText(to), to.weight, to.writtenWeight]);

it('has at an accepted place what stands there, and keeps the written weight', () => {
  expect(weights([webAt2(weight(3), weight(9))])).toEqual([
    [web1, 1, 1],
    [web2, 9, 3],
  ]);
  expect(weights([webAt2(weight(3), null)])).toEqual([[web1, 1, 1]]);
  const changed = table([accept(serviceStands(webKey, config, { ...config, scheduler: 'sed' }))]);
  expect(changed.services).toMatchObject([
    { name: 'web', scheduler: 'sed', destinations: [{ weight: 1 }, { weight: 3 }] },
  ]);
  expect(table([accept(serviceStands(webKey, config, null))]).services).toEqual([]);
});

it('has what stands and nobody defined: a destination, a service with its destinations', () => {
  const more = (key: ServiceKeyText) =>
    accept({
      what: 'destination',
      service: key,
      destination: '10.0.0.22:81' as typeof web2,
      over: null,
      stands: weight(4),
    });
  expect(table([more(webKey)]).services[0]?.destinations[2]).toMatchObject({
    ...{ address: '10.0.0.22', port: 81, realServer: 'web2', weight: 4, writtenWeight: 4 },
  });
  const fwmark = 'FWM 7' as ServiceKeyText;
  const extra = [accept(serviceStands(fwmark, null, config)), more(fwmark)];
  expect(table(extra).services[1]).toMatchObject({
    ...{ key: { kind: 'fwmark', fwmark: 7 }, name: 'FWM 7', scheduler: 'wrr', destinations: [{ weight: 4 }] },
  });
  expect(table([more(fwmark)]).services).toHaveLength(1);
});

it('lets a drain win', () => {
  expect(weights([webAt2(weight(3), weight(9))], [drain])).toEqual([
    [web1, 1, 1],
    [web2, 0, 3],
  ]);
});

it('follows the definition again once it says something else there', () => {
  const edited = {
    ...tutorialDefinition,
    services: [
      { ...service, scheduler: 'rr' as const, destinations: service.destinations.map((to) => ({ ...to, weight: 5 })) },
    ],
  };
  const stands = accept(serviceStands(webKey, config, { ...config, scheduler: 'sed' }));
  const [after] = table([stands, webAt2(weight(3), weight(9)), webAt2(null, weight(9))], [], edited).services;
  expect(after).toMatchObject({ scheduler: 'rr', destinations: [{ weight: 5 }, { weight: 5 }] });
  expect(table([accept(serviceStands(webKey, config, null))], [], edited).services).toHaveLength(1);
  const later = accept(serviceStands(webKey, null, config));
  expect(table([later], [], edited).services).toHaveLength(1);
});

it('takes the newest of two decisions about one place', () => {
  expect(weights([webAt2(weight(3), weight(9)), webAt2(weight(3), weight(8))])?.[1]).toEqual([web2, 8, 3]);
  expect(weights([webAt2(weight(3), weight(9)), webAt2(weight(4), weight(8))])?.[1]).toEqual([web2, 9, 3]);
});

it('has accepted settings where the definition still says what they lie over', () => {
  const settings = {
    timeouts: { tcp: 900, tcpfin: null, udp: 300 },
    sysctls: { conntrack: 1 },
    drift: 'report',
    guard: noGuard,
  } as const;
  const definition = { ...tutorialDefinition, settings };
  const set = (name: string, over: number, stands: number) => accept({ what: 'setting', name, over, stands });
  const accepted = [set('tcp', 900, 60), set('udp', 299, 7), set('conntrack', 1, 0)];
  expect(table(accepted, [], definition).settings).toEqual({
    ...{ timeouts: { tcp: 60, tcpfin: null, udp: 300 }, sysctls: { conntrack: 0 }, drift: 'report', guard: noGuard },
  });
});

/** Every difference between a definition and a kernel's table as something accepted. */
function everything(definition: Definition, kernel: IpvsTable): AcceptedDrift[] {
  const stands: Stands[] = [];
  const defined = new Map(definition.services.map((one) => [serviceKeyText(one.key), one]));
  const standing = new Map(kernel.services.map((one) => [serviceKeyText(one.key), one]));
  for (const key of new Set([...defined.keys(), ...standing.keys()])) {
    const [over, here] = [defined.get(key), standing.get(key)];
    stands.push(serviceStands(key, over ?? null, here ?? null));
    const written = new Map((over?.destinations ?? []).map((to) => [destinationKeyText(to), to]));
    const found = new Map((here?.destinations ?? []).map((to) => [destinationKeyText(to), to]));
    for (const to of new Set([...written.keys(), ...found.keys()]))
      stands.push(destinationStands(key, to, written.get(to) ?? null, found.get(to) ?? null));
  }
  return stands.map(accept);
}

it('is the kernel’s table when everything in it is accepted', () => {
  fc.assert(
    fc.property(crowdedDefinition, crowdedTable, (definition, kernel) => {
      const owned = new Set([...definition.services, ...kernel.services].map((one) => serviceKeyText(one.key)));
      const desired = desiredTable(definition, [], everything(definition, kernel));
      expect(planTable(desired, kernel, owned, new Set()).steps).toEqual([]);
    }),
  );
});
