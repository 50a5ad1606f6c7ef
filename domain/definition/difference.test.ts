import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crowdedDefinition, meaningOf } from './crowded-definition.arbitrary.ts';
import { definition } from './definition.arbitrary.ts';
import { type Definition, definitionSchema } from './definition.ts';
import { definitionDifference } from './difference.ts';

const destination = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 };
const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const web = { name: 'web', key, scheduler: 'wrr', destinations: [destination] };
const of = (...services: object[]) =>
  definitionSchema.parse({ realServers: [{ name: 'web1', addresses: ['10.0.0.21'] }], services });
const before = of(web);
const rows = (after: Definition) => definitionDifference(before, after).rows;

it('names each field that changed, as ipvsadm prints it', () => {
  const after = of({
    ...web,
    name: 'shop',
    scheduler: 'wlc',
    persistence: { timeout: 300, netmask: 24 },
    destinations: [{ ...destination, weight: 5 }],
  });
  expect(rows(after)).toEqual([
    {
      ...{ id: 'service TCP 10.0.0.4:80', what: 'service', service: 'TCP 10.0.0.4:80', destination: null },
      ...{ name: 'shop', kind: 'changed', before: 'ipvsadm -A -t 10.0.0.4:80 -s wrr' },
      after: 'ipvsadm -A -t 10.0.0.4:80 -s wlc -p 300 -M 255.255.255.0',
      fields: [
        { field: 'name', before: 'web', after: 'shop' },
        { field: 'scheduler', before: 'wrr', after: 'wlc' },
        { field: 'persistence', before: 'none', after: '300 s /24' },
      ],
    },
    {
      ...{ id: 'destination TCP 10.0.0.4:80 10.0.0.21:80', what: 'destination', service: 'TCP 10.0.0.4:80' },
      ...{ destination: '10.0.0.21:80', name: 'web1', kind: 'changed' },
      before: 'ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 1',
      after: 'ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 5',
      fields: [{ field: 'weight', before: '1', after: '5' }],
    },
  ]);
});

it('lists what came and went with all that is inside', () => {
  const mail = { ...web, name: 'mail', key: { ...key, port: 25 }, destinations: [{ ...destination, port: 25 }] };
  const brief = (all: ReturnType<typeof rows>) => all.map((row) => [row.kind, row.what, row.name]);
  expect(brief(rows(of(mail)))).toEqual([
    ['added', 'service', 'mail'],
    ['added', 'destination', 'web1'],
    ['removed', 'service', 'web'],
    ['removed', 'destination', 'web1'],
  ]);
  expect(brief(rows(of({ ...web, destinations: [] })))).toEqual([['removed', 'destination', 'web1']]);
});

it('counts services, and a service of which only a destination changed', () => {
  const mail = { ...web, name: 'mail', key: { ...key, port: 25 }, destinations: [] };
  const lighter = { ...web, destinations: [{ ...destination, weight: 0 }] };
  expect(definitionDifference(before, of(lighter, mail)).counts).toEqual({ added: 1, changed: 1, removed: 0 });
  expect(definitionDifference(before, of(mail)).counts).toEqual({ added: 1, changed: 0, removed: 1 });
  expect(definitionDifference(before, before).counts).toEqual({ added: 0, changed: 0, removed: 0 });
});

it('shows settings with their units, and one that is left to the kernel as nothing', () => {
  const set = (settings: object) => definitionSchema.parse({ ...before, settings });
  const difference = definitionDifference(
    set({ timeouts: { tcp: 900, udp: 300 }, sysctls: { conntrack: 1 } }),
    set({ timeouts: { tcp: 600 }, sysctls: { conntrack: 1, drop_entry: 2 }, drift: 'repair' }),
  );
  expect(difference.settingsChanged).toBe(true);
  expect(difference.rows.map((row) => [row.kind, row.name, row.before, row.after])).toEqual([
    ['changed', 'tcp', '900 s', '600 s'],
    ['removed', 'udp', '300 s', null],
    ['changed', 'drift', 'report', 'repair'],
    ['added', 'drop_entry', null, '2'],
  ]);
  expect(difference.rows[0]?.fields).toEqual([{ field: 'tcp-timeout', before: '900 s', after: '600 s' }]);
});

it('tells of one setting as of many, and of none', () => {
  const repairing = definitionSchema.parse({ ...before, settings: { drift: 'repair' } });
  expect(definitionDifference(before, repairing)).toMatchObject({ settingsChanged: true, counts: { changed: 0 } });
  expect(definitionDifference(before, before).settingsChanged).toBe(false);
});

it('knows a real server under another name', () => {
  const named = (...realServers: object[]) => definitionSchema.parse({ ...before, realServers });
  expect(rows(named({ name: 'w1', addresses: ['10.0.0.21'] }))).toMatchObject([
    { what: 'real-server', kind: 'changed', name: 'w1', fields: [{ field: 'name', before: 'web1', after: 'w1' }] },
  ]);
  expect(rows(named({ name: 'web1', addresses: ['10.0.0.21', '10.0.0.9'] }))).toMatchObject([
    { kind: 'changed', name: 'web1', fields: [{ field: 'addresses', after: '10.0.0.21, 10.0.0.9' }] },
  ]);
  expect(rows(named({ name: 'w1', addresses: ['10.0.0.9'] }))).toMatchObject([
    { kind: 'added', name: 'w1' },
    { kind: 'removed', name: 'web1' },
  ]);
  const two = named({ name: 'web1', addresses: ['10.0.0.21', '10.0.0.9'] });
  const swapped = named({ name: 'web1', addresses: ['10.0.0.9', '10.0.0.21'] });
  expect(definitionDifference(two, swapped).rows).toEqual([]);
});

const serviceFields = ['name', 'scheduler', 'schedulerFlags', 'onePacket', 'persistence', 'destinations'] as const;
const destinationFields = ['forwarding', 'weight', 'upperThreshold', 'lowerThreshold', 'tunnel'] as const;

/** Two definitions of which the second has one part or one field of a third. */
const nearlyEqual = fc
  .tuple(
    crowdedDefinition,
    crowdedDefinition,
    fc.constantFrom('settings', 'realServers', 'services', ...serviceFields, ...destinationFields),
  )
  .map(([one, third, part]): [Definition, Definition] => {
    if (part in one) return [one, { ...one, [part]: third[part as keyof Definition] }];
    const other = (from: Definition['services'][number]) =>
      third.services.find((service) => JSON.stringify(service.key) === JSON.stringify(from.key)) ?? from;
    const edited = one.services.map((service) => {
      if (part in service) return { ...service, [part]: other(service)[part as keyof typeof service] };
      const [to = null] = other(service).destinations;
      const destinations = service.destinations.map((own) =>
        to ? { ...own, [part]: to[part as keyof typeof to] } : own,
      );
      return { ...service, destinations };
    });
    return [one, { ...one, services: edited }];
  });

it('is empty exactly when both mean the same, whatever the order', () => {
  const shuffled = definition.chain((one) =>
    fc
      .record({
        services: fc.shuffledSubarray(one.services, { minLength: one.services.length }),
        realServers: fc.shuffledSubarray(one.realServers, { minLength: one.realServers.length }),
      })
      .map((order) => [one, { ...one, ...order }] as const),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(definitionDifference(one, other).rows).toEqual([]);
    }),
  );
  fc.assert(
    fc.property(nearlyEqual, ([one, other]) => {
      const same = JSON.stringify(meaningOf(one)) === JSON.stringify(meaningOf(other));
      expect(definitionDifference(one, other).rows.length === 0).toBe(same);
    }),
  );
});

it('has each row once, in plain JSON, and backwards is the same with the sides changed', () => {
  fc.assert(
    fc.property(crowdedDefinition, crowdedDefinition, (one, other) => {
      const { rows: all } = definitionDifference(one, other);
      expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
      expect(JSON.parse(JSON.stringify(all))).toEqual(all);
      for (const row of all) {
        expect(row.before === null).toBe(row.kind === 'added');
        expect(row.after === null).toBe(row.kind === 'removed');
        expect(row.fields.length > 0).toBe(row.kind === 'changed');
      }
      const sides = (list: typeof all) => list.map((row) => [row.before, row.after]);
      const back = sides(definitionDifference(other, one).rows).map(([from, to]) => [to, from]);
      expect(new Set(back.map(String))).toEqual(new Set(sides(all).map(String)));
    }),
  );
});
