import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../definition/definition.ts';
import type { Address } from '../lvs/address.ts';
import { assembleDefinition } from './assemble-definition.ts';
import type { DraftDestination, DraftService } from './draft-service.ts';

const to = (line: number, fields: Partial<DraftDestination> = {}): DraftDestination => ({
  line,
  lastLine: line,
  serverName: null,
  address: '10.0.0.21' as Address,
  port: 80,
  forwarding: 'direct-routing',
  weight: 1,
  ...fields,
});

const service = (fields: Partial<DraftService> = {}): DraftService => ({
  line: 1,
  lastLine: 9,
  name: 'web',
  key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4' as Address, port: 80 },
  scheduler: 'wrr',
  destinations: [to(2)],
  ...fields,
});

/** What was left out or changed, as `line code about`. */
function remarks(drafts: readonly DraftService[]): string[] {
  const { definition, notes } = assembleDefinition(drafts);
  expect(definitionSchema.parse(definition)).toEqual(definition);
  return notes.flatMap((note) => (note.kind === 'taken' ? [] : [`${note.line} ${note.code} ${note.about}`]));
}

it('makes a definition and says what each line became', () => {
  const drafts = [
    service({ persistence: { timeout: 300, netmask: 24 }, destinations: [to(2, { serverName: 'web1' })] }),
  ];
  const { definition, notes } = assembleDefinition(drafts);
  expect(definition).toEqual(definitionSchema.parse(definition));
  expect(definition).toMatchObject({
    realServers: [{ name: 'web1', addresses: ['10.0.0.21'] }],
    services: [{ name: 'web', persistence: { timeout: 300, netmask: 24 }, destinations: [{ address: '10.0.0.21' }] }],
  });
  expect(notes).toEqual([
    { line: 1, lastLine: 9, kind: 'taken', text: 'TCP 10.0.0.4:80 wrr persistent 300 mask 255.255.255.0' },
    { line: 2, lastLine: 2, kind: 'taken', text: '10.0.0.21:80 DR weight 1' },
  ]);
});

it('names services after their key where the file doesn’t', () => {
  const { definition } = assembleDefinition([service({ name: null })]);
  expect(definition.services[0]?.name).toBe('tcp-10.0.0.4-80');
});

describe('leaves out a service', () => {
  it.each([
    ['1 scheduler-unknown wdrr', { scheduler: 'wdrr' }],
    ['1 fwmark-out-of-range 0', { key: { kind: 'fwmark', fwmark: 0, family: 'ipv4' } }],
    ['1 timeout-out-of-range 2678401', { persistence: { timeout: 2678401, netmask: null } }],
    ['1 netmask-invalid 33', { persistence: { timeout: 1, netmask: 33 } }],
    ['1 refused-by-definition one-packet-needs-udp', { onePacket: true }],
    ['1 refused-by-definition flags-need-sh-or-mh', { schedulerFlags: ['port'] }],
  ] as const)('%s', (remarked, fields) => {
    expect(remarks([service(fields)])).toEqual([remarked, '2 destination-without-service 10.0.0.21:80']);
  });

  it('that stands twice', () => {
    expect(remarks([service(), service({ line: 11, name: 'again', destinations: [] })])).toEqual([
      '11 service-twice TCP 10.0.0.4:80',
    ]);
  });

  it('but not because the one before it was refused', () => {
    expect(remarks([service({ scheduler: 'x', destinations: [] }), service({ line: 11 })])).toEqual([
      '1 scheduler-unknown x',
    ]);
  });

  it('of which there are too many', () => {
    const many = Array.from({ length: 5001 }, (_, index) =>
      service({
        key: { kind: 'fwmark', fwmark: index + 1, family: 'ipv4' },
        line: index,
        name: null,
        destinations: [],
      }),
    );
    expect(remarks(many)).toEqual(['5000 too-many 5000']);
  });
});

describe('leaves out a destination and keeps the others', () => {
  it.each([
    ['3 weight-out-of-range 65536', to(3, { weight: 65536 })],
    ['3 refused-by-definition port-needs-masquerading', to(3, { port: 8080 })],
    ['3 refused-by-definition mixed-family-needs-tunneling', to(3, { address: 'fd00::1' as Address })],
    ['3 refused-by-definition destination-not-unicast', to(3, { address: '0.0.0.0' as Address })],
    ['3 refused-by-definition threshold-lower-above-upper', to(3, { lowerThreshold: 5 })],
    ['3 value-invalid 4294967296', to(3, { upperThreshold: 4294967296 })],
    ['3 destination-twice 10.0.0.22:80', to(3, { address: '10.0.0.22' as Address, weight: 7 })],
  ])('%s', (remarked, faulty) => {
    const before = to(2, { address: '10.0.0.22' as Address });
    const after = to(4, { address: '10.0.0.23' as Address });
    const drafts = [service({ destinations: [before, faulty, after] })];
    expect(remarks(drafts)).toEqual([remarked]);
    const kept = assembleDefinition(drafts).definition.services[0]?.destinations.map((one) => one.address);
    expect(kept).toEqual(['10.0.0.22', '10.0.0.23']);
  });

  it('of which there are too many', () => {
    const many = Array.from({ length: 1001 }, (_, index) =>
      to(index + 2, { port: index + 1, forwarding: 'masquerading' }),
    );
    expect(remarks([service({ destinations: many })])).toEqual(['1002 too-many 1000']);
  });
});

it('looks at no more than twice as many destinations as a service may have', () => {
  const faulty = Array.from({ length: 2002 }, (_, index) =>
    to(index + 2, { port: index + 1, forwarding: 'masquerading', weight: 65536 }),
  );
  const seen = remarks([service({ destinations: faulty })]);
  expect(seen.slice(-3)).toEqual(['2001 weight-out-of-range 65536', '2002 too-many 1000', '2003 too-many 1000']);
});

it('puts port 0 for one that a fwmark service ignores', () => {
  const fwmark = { kind: 'fwmark', fwmark: 1, family: 'ipv4' } as const;
  const nat = to(3, { address: '10.0.0.22' as Address, forwarding: 'masquerading' });
  const drafts = [service({ key: fwmark, destinations: [to(2), nat] })];
  expect(remarks(drafts)).toEqual(['2 port-ignored 10.0.0.21:80']);
  const ports = assembleDefinition(drafts).definition.services[0]?.destinations.map((one) => one.port);
  expect(ports).toEqual([0, 80]);
});

describe('changes names', () => {
  it('of services, for characters and clashes', () => {
    const key = { kind: 'fwmark', fwmark: 1, family: 'ipv4' } as const;
    const drafts = [service({ name: 'web site' }), service({ line: 11, name: 'web-site', key, destinations: [] })];
    expect(remarks(drafts)).toEqual(['1 name-changed web site → web-site', '11 name-changed web-site → web-site-2']);
  });

  it('of real servers: one name for two addresses, two names for one', () => {
    const destinations = [
      to(2, { serverName: 'a' }),
      to(3, { serverName: 'a', address: '10.0.0.22' as Address }),
      to(4, { serverName: 'b', port: 81, forwarding: 'masquerading' }),
      to(5, { serverName: '10.0.0.24', address: '10.0.0.24' as Address }),
    ];
    expect(remarks([service({ destinations })])).toEqual(['3 name-changed a → a-2', '4 name-changed b → a']);
    expect(assembleDefinition([service({ destinations })]).definition.realServers).toEqual([
      { name: 'a', addresses: ['10.0.0.21'], labels: [] },
      { name: 'a-2', addresses: ['10.0.0.22'], labels: [] },
    ]);
  });
});
