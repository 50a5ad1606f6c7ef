import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import { definitionSchema, emptyDefinition } from '../../definition/definition.ts';
import { desiredTable } from '../../desired/desired-table.ts';
import { parseDestinationKey } from '../../lvs/destination-key.ts';
import { parseServiceKey, serviceKeyText } from '../../lvs/service-key.ts';
import { type KernelSettings, sysctls } from '../../lvs/sysctl.ts';
import { table } from '../../lvs/table.arbitrary.ts';
import type { Destination, VirtualService } from '../../lvs/table.ts';
import { planTable } from '../../plan/plan-table.ts';
import { definitionFromTable } from './definition-from-table.ts';

const service = (text: string, more: Partial<VirtualService> = {}): VirtualService => {
  const key = parseServiceKey(text);
  if (!key.ok) throw new Error(key.reason);
  const plain = { scheduler: 'rr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null };
  return { key: key.value, ...plain, destinations: [], ...more };
};
const to = (text: string, more: Partial<Destination> = {}): Destination => {
  const key = parseDestinationKey(text);
  if (!key.ok) throw new Error(key.reason);
  const plain = { weight: 1, upperThreshold: 0, lowerThreshold: 0, tunnel: null };
  return { ...key.value, forwarding: 'direct-routing', ...plain, ...more };
};
const initial: KernelSettings = {
  timeouts: { tcp: 900, tcpfin: 120, udp: 300 },
  sysctls: Object.fromEntries(Object.entries(sysctls).map(([name, range]) => [name, range.initial])),
};
const notesOf = (...services: VirtualService[]) =>
  definitionFromTable(services, null).notes.map((note) =>
    note.kind === 'taken' ? `${note.line} ${note.text}` : `${note.line} ${note.kind} ${note.code} ${note.about}`,
  );

it('makes the same table again, so that taking it over changes nothing', () => {
  fc.assert(
    fc.property(table(), ({ services }) => {
      const made = definitionFromTable(services, initial);
      expect(definitionSchema.parse(made.definition)).toEqual(made.definition);
      const keys = new Set(services.map((one) => serviceKeyText(one.key)));
      expect(planTable(desiredTable(made.definition, []), { services }, keys, new Set()).steps).toEqual([]);
      expect(made.definition.settings).toEqual(emptyDefinition.settings);
      expect(made.notes.every((note) => note.kind === 'taken')).toBe(true);
    }),
  );
});

it('gives back the definition that made the table, names included, but for the order', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const made = definitionFromTable(desiredTable(one, []).services, null, one).definition;
      const text = (of: typeof one) =>
        of.services
          .map((service) => ({
            ...service,
            schedulerFlags: service.schedulerFlags.toSorted(),
            destinations: service.destinations
              .map((each) => JSON.stringify({ ...each, tunnel: each.tunnel?.type === 'ipip' ? null : each.tunnel }))
              .toSorted(),
          }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      expect(text(made)).toEqual(text(one));
      expect([made.realServers, made.settings]).toEqual([one.realServers, one.settings]);
    }),
  );
});

it('leaves out by name what a definition refuses', () => {
  expect(
    notesOf(
      service('FWM 1', { scheduler: 'home-made', destinations: [to('10.0.0.21:0')] }),
      service('TCP 10.0.0.4:80', {
        scheduler: 'wrr',
        schedulerFlags: ['port'],
        destinations: [
          to('10.0.0.23:80', { weight: 70_000 }),
          to('10.0.0.22:80', { forwarding: 'bypass' }),
          to('10.0.0.11:80', { forwarding: 'local' }),
          to('10.0.0.21:80'),
        ],
      }),
      service('UDP 10.0.0.5:5060', { persistenceEngine: 'own', destinations: [to('10.0.0.21:5060')] }),
      service('TCP 10.0.0.6:80', { persistence: { timeout: 300, netmask: 0 } }),
    ),
  ).toEqual([
    '1 left-out value-invalid TCP 10.0.0.4:80 -b port',
    '1 TCP 10.0.0.4:80 wrr',
    '2 left-out forwarding-unknown 10.0.0.11:80 local',
    '3 10.0.0.21:80 DR weight 1',
    '4 left-out forwarding-unknown 10.0.0.22:80 bypass',
    '5 left-out weight-out-of-range 70000',
    '6 left-out value-invalid UDP 10.0.0.5:5060 --pe own',
    '7 left-out destination-without-service 10.0.0.21:5060',
    '8 left-out netmask-invalid 0',
    '9 left-out scheduler-unknown home-made',
    '10 left-out destination-without-service 10.0.0.21:0',
  ]);
});

it('shows the lines that its notes count', () => {
  const one = service('TCP 10.0.0.4:80', {
    destinations: [to('10.0.0.22:80'), to('10.0.0.21:80', { upperThreshold: 9 })],
  });
  expect(definitionFromTable([service('FWM 7'), one], null).source).toBe(
    '-A -t 10.0.0.4:80 -s rr\n-a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 1 -x 9\n-a -t 10.0.0.4:80 -r 10.0.0.22:80 -g -w 1\n-A -f 7 -s rr',
  );
});

it('takes the settings that are not as a kernel starts, and those that the definition has', () => {
  const kernel: KernelSettings = {
    timeouts: { tcp: 900, tcpfin: 60, udp: 4_000_000 },
    sysctls: { ...initial.sysctls, conntrack: 1, sync_period: 100, drop_entry: 9 },
  };
  const existing = definitionSchema.parse({
    settings: { timeouts: { tcp: 30 }, sysctls: { sloppy_tcp: 1 }, drift: 'repair', guard: { leastServing: 2 } },
  });
  const { definition: made, notes } = definitionFromTable([], kernel, existing);
  expect(made.settings).toEqual({
    timeouts: { tcp: 900, tcpfin: 60, udp: null },
    sysctls: { conntrack: 1, sloppy_tcp: 0, sync_threshold: 3, sync_period: 100 },
    drift: 'repair',
    guard: { leastServing: 2, leastWeightPercent: 0 },
  });
  expect(notes).toMatchObject([
    { code: 'timeout-out-of-range', about: 'udp 4000000' },
    { code: 'value-invalid', about: 'net.ipv4.vs.drop_entry 9' },
  ]);
});
