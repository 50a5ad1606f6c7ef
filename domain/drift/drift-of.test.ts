import { describe, expect, it } from 'vitest';
import { type Definition, definitionSchema } from '../definition/definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import { kernelOf, tutorialDefinition, tutorialWith, web1, web2, webKey } from '../display/cluster-record.example.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { KernelSettings } from '../lvs/sysctl.ts';
import type { VirtualService } from '../lvs/table.ts';
import { drainOf } from '../overlay/overlay.example.ts';
import { driftSources, ignored } from './drift.example.ts';
import { driftOf } from './drift-of.ts';

const [service] = kernelOf(tutorialDefinition);
const [one, three] = service?.destinations ?? [];
if (!service || !one || !three) throw new Error('the tutorial has two destinations');

const kernel = (services: readonly VirtualService[], settings: KernelSettings | null = null) => ({
  services,
  settings,
});
const weighing = (weight: number) => tutorialWith({ destinations: [one, { ...three, weight }] });
const drain = drainOf({ kind: 'real-server', name: 'web2' });
const items = (...given: Parameters<typeof driftSources>) => driftOf(driftSources(...given));

it('is nothing where the kernel agrees', () => {
  expect(items(tutorialDefinition, kernel([service]))).toEqual([]);
});

it('shows a field from three sides, and the line that would put it right', () => {
  const lastApplied = desiredTable(
    { ...tutorialDefinition, services: tutorialDefinition.services.map((s) => ({ ...s, scheduler: 'rr' as const })) },
    [],
  );
  const found = driftOf({ ...driftSources(tutorialDefinition, kernel(weighing(9))), lastApplied });
  expect(found).toMatchObject([
    {
      ...{ target: `${webKey} ${web2}`, service: webKey, destination: web2, realServer: 'web2', kind: 'differs' },
      sides: [{ field: 'weight', desired: '3', applied: '3', kernel: '9' }],
      line: 'ipvsadm -e -t 10.0.0.100:80 -r 10.0.0.22:80 -g -w 3',
      stands: { what: 'destination', over: { weight: 3 }, stands: { weight: 9 } },
      ...{ alsoStands: [], notAdoptable: null, notIgnorable: null },
    },
  ]);
  const scheduler = driftOf({
    ...driftSources(tutorialDefinition, kernel(tutorialWith({ scheduler: 'lc' }))),
    lastApplied,
  });
  expect(scheduler).toMatchObject([{ sides: [{ field: 'scheduler', desired: 'wrr', applied: 'rr', kernel: 'lc' }] }]);
  expect(items(tutorialDefinition, kernel(weighing(9)))[0]?.sides[0]?.applied).toBeNull();
});

it('shows a destination that is missing, and one that nobody defined', () => {
  const other = { ...three, address: '10.0.0.99' as typeof three.address };
  expect(items(tutorialDefinition, kernel(tutorialWith({ destinations: [one, other] })))).toMatchObject([
    { kind: 'missing', destination: web2, sides: [{ field: 'whole', desired: '-g -w 3', kernel: null }] },
    { kind: 'extra', realServer: '10.0.0.99', sides: [{ field: 'whole', desired: null, kernel: '-g -w 3' }] },
  ]);
});

it('has one item for a service that is missing with all its destinations', () => {
  expect(items(tutorialDefinition, kernel([]))).toMatchObject([
    {
      ...{ target: webKey, kind: 'missing', destination: null, line: 'ipvsadm -A -t 10.0.0.100:80 -s wrr' },
      sides: [{ field: 'whole', desired: `wrr -> ${web1} -> ${web2}`, kernel: null }],
    },
  ]);
});

describe('a service of ours that nobody defined', () => {
  const extra: VirtualService = { ...service, key: { kind: 'fwmark', fwmark: 7, family: 'ipv4' }, scheduler: 'sh' };

  it('comes with its destinations', () => {
    const [found, ...more] = items(tutorialDefinition, kernel([service, extra]));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ target: 'FWM 7', kind: 'extra', line: 'ipvsadm -D -f 7' },
      sides: [{ desired: null, kernel: `sh -> ${web1} -> ${web2}` }],
      stands: { what: 'service', over: null, stands: { scheduler: 'sh' } },
      alsoStands: [{ destination: web1, over: null }, { destination: web2 }],
    });
  });

  it('is foreign where it is not ours, and no drift', () => {
    const owned = new Set([webKey]);
    expect(items(tutorialDefinition, kernel([service, extra]), [], [], owned)).toEqual([]);
  });
});

it('goes by the definition where a service that was left as missing is back', () => {
  const missing = ignored(items(tutorialDefinition, kernel([])));
  const back = kernel(tutorialWith({ destinations: [{ ...one, weight: 7 }, three] }));
  expect(items(tutorialDefinition, back, [], missing)).toMatchObject([
    {
      ...{ target: webKey, kind: 'extra', notAdoptable: null },
      stands: { over: { scheduler: 'wrr' }, stands: { scheduler: 'wrr' } },
      alsoStands: [{ destination: web1, over: { weight: 1 }, stands: { weight: 7 } }],
    },
  ]);
  const alone = kernel(tutorialWith({ destinations: [one] }));
  expect(items(tutorialDefinition, alone, [], missing)).toMatchObject([
    { alsoStands: [{ destination: web2, over: { weight: 3 }, stands: null }] },
  ]);
  const same = items(tutorialDefinition, kernel([service]), [], missing);
  expect(same).toMatchObject([{ alsoStands: [], notAdoptable: 'defined-so-already', notIgnorable: null }]);
  expect(items(tutorialDefinition, kernel([service]), [], [...missing, ...ignored(same)])).toEqual([]);
});

it('can’t be adopted where the kernel is as defined, and something else was ignored there', () => {
  const nine = ignored(items(tutorialDefinition, kernel(weighing(9))));
  const [back] = items(tutorialDefinition, kernel([service]), [], nine);
  expect(back).toMatchObject({
    sides: [{ field: 'weight', desired: '9', kernel: '3' }],
    ...{ notAdoptable: 'defined-so-already', notIgnorable: null },
  });
  expect(items(tutorialDefinition, kernel([service]), [], [...nine, ...ignored(back ? [back] : [])])).toEqual([]);
});

describe('a drain', () => {
  it('that is not obeyed can be neither adopted nor left', () => {
    expect(items(tutorialDefinition, kernel(weighing(3)), [drain])).toMatchObject([
      { sides: [{ field: 'weight', desired: '0', kernel: '3' }], notAdoptable: 'drained-and-serving' },
    ]);
    expect(items(tutorialDefinition, kernel(weighing(3)), [drain])[0]?.notIgnorable).toBe('drained-and-serving');
  });

  it('keeps its weight 0 to itself: what else was changed stands over the written weight', () => {
    const tunneled = { ...three, forwarding: 'tunneling' as const, tunnel: { type: 'ipip' as const }, weight: 0 };
    const [item] = items(tutorialDefinition, kernel(tutorialWith({ destinations: [one, tunneled] })), [drain]);
    expect(item).toMatchObject({
      sides: [{ field: 'forwarding' }, { field: 'tunnel' }],
      stands: { over: { weight: 3, forwarding: 'direct-routing' }, stands: { weight: 3, forwarding: 'tunneling' } },
      ...{ notAdoptable: null, notIgnorable: null },
    });
  });
});

describe('settings', () => {
  const set = (settings: object): Definition => definitionSchema.parse({ ...tutorialDefinition, settings });
  const definition = set({
    timeouts: { tcp: 900, udp: 300 },
    sysctls: { conntrack: 1, sync_threshold: 3, sync_period: 50 },
  });
  const settings = {
    timeouts: { tcp: 60, tcpfin: 1, udp: 7 },
    sysctls: { conntrack: 0, sync_threshold: 3, sync_period: 9 },
  };
  const found = driftOf({
    ...driftSources(definition, kernel([service], settings)),
    lastApplied: desiredTable(set({ timeouts: { tcp: 800 }, sysctls: { sync_threshold: 3, sync_period: 50 } }), []),
  });

  it('drift by the line that sets them, with each field’s three sides', () => {
    expect(found.map(({ target, kind, sides, line }) => ({ target, kind, sides, line }))).toEqual([
      {
        ...{ target: 'timeouts', kind: 'differs', line: 'ipvsadm --set 900 0 300' },
        sides: [
          { field: 'tcp-timeout', desired: '900 s', applied: '800 s', kernel: '60 s' },
          { field: 'udp-timeout', desired: '300 s', applied: null, kernel: '7 s' },
        ],
      },
      {
        ...{ target: 'net.ipv4.vs.conntrack', kind: 'differs', line: 'sysctl -w net.ipv4.vs.conntrack=1' },
        sides: [{ field: 'sysctl', desired: '1', applied: null, kernel: '0' }],
      },
      {
        ...{ target: 'net.ipv4.vs.sync_threshold', kind: 'differs' },
        line: 'sysctl -w net.ipv4.vs.sync_threshold="3 50"',
        sides: [{ field: 'sysctl', desired: '3 50', applied: '3 50', kernel: '3 9' }],
      },
    ]);
  });

  it('stand each by its name', () => {
    expect(found.map(({ stands, alsoStands }) => [stands, ...alsoStands])).toEqual([
      [
        { what: 'setting', name: 'tcp', over: 900, stands: 60 },
        { what: 'setting', name: 'udp', over: 300, stands: 7 },
      ],
      [{ what: 'setting', name: 'conntrack', over: 1, stands: 0 }],
      [{ what: 'setting', name: 'sync_period', over: 50, stands: 9 }],
    ]);
  });

  it('that were left are told of again when they change again', () => {
    const left = ignored(found);
    const state = kernel([service], settings);
    expect(items(definition, state, [], left)).toEqual([]);
    const again = kernel([service], { ...settings, timeouts: { ...settings.timeouts, tcp: 900 } });
    expect(items(definition, again, [], left)).toMatchObject([
      {
        ...{ target: 'timeouts', notAdoptable: 'defined-so-already', stands: { name: 'tcp', over: 900, stands: 900 } },
        sides: [{ field: 'tcp-timeout', desired: '60 s', kernel: '900 s' }],
      },
    ]);
  });
});

it('tells what the definition can’t hold', () => {
  const refusal = (change: Partial<VirtualService>) =>
    items(tutorialDefinition, kernel(tutorialWith(change))).map(({ notAdoptable }) => notAdoptable);
  expect(refusal({ scheduler: 'none' })).toEqual(['scheduler-unknown']);
  expect(refusal({ schedulerFlags: ['port'] })).toEqual(['flags-need-sh-or-mh']);
  expect(refusal({ destinations: [one, { ...three, forwarding: 'local' }] })).toEqual(['forwarding-not-definable']);
  expect(refusal({ destinations: [one, { ...three, weight: 70_000 }] })).toEqual(['not-definable']);
  expect(refusal({ destinations: [one, three, { ...three, port: 81 }] })).toEqual(['port-needs-masquerading']);
});

it('names a target that re-applying can be confined to', () => {
  const found = items(tutorialDefinition, kernel(weighing(9)));
  expect(found[0]?.target).toBe(`${webKey} ${web2}` as ServiceKeyText);
});
