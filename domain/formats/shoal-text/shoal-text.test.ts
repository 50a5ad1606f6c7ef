import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import { type Definition, definitionSchema, emptyDefinition } from '../../definition/definition.ts';
import { parseWrittenYaml } from './parse-written-yaml.ts';
import { readShoalJson } from './read-shoal-json.ts';
import { writeShoalJson } from './write-shoal-json.ts';
import { writeShoalYaml } from './write-shoal-yaml.ts';

const small: Definition = definitionSchema.parse({
  realServers: [{ name: 'web1', addresses: ['10.0.0.21', 'fd00::21'] }],
  settings: { timeouts: { tcp: 900 }, sysctls: { conntrack: 1, sync_threshold: 3, sync_period: 50 }, drift: 'repair' },
  services: [
    {
      name: 'on',
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 443 },
      scheduler: 'sh',
      schedulerFlags: ['port'],
      persistence: { timeout: 300, netmask: 24 },
      destinations: [
        { address: '10.0.0.21', port: 443, forwarding: 'direct-routing', weight: 3, upperThreshold: 100 },
        {
          address: 'fd00::21',
          port: 443,
          forwarding: 'tunneling',
          weight: 1,
          tunnel: { type: 'gre', checksum: 'csum' },
        },
      ],
    },
    {
      name: 'marked',
      key: { kind: 'fwmark', fwmark: 7, family: 'ipv6' },
      scheduler: 'rr',
      persistence: { timeout: 60, netmask: 128 },
    },
  ],
});

const notesOf = (text: string) =>
  readShoalJson(text).notes.map((note) =>
    note.kind === 'taken'
      ? `${note.line}-${note.lastLine} ${note.text}`
      : `${note.line}-${note.lastLine} ${note.kind} ${note.code} ${note.about}`,
  );

it('writes YAML that a person would write', () => {
  expect(writeShoalYaml(small)).toBe(`shoal: 1
realServers:
  - { name: web1, addresses: [10.0.0.21, "fd00::21"] }
settings:
  timeouts: { tcp: 900 }
  sysctls:
    conntrack: 1
    sync_threshold: 3
    sync_period: 50
  drift: repair
services:
  - name: "on"
    key: TCP 10.0.0.4:443
    scheduler: sh
    schedulerFlags: [port]
    persistence: { timeout: 300, netmask: 24 }
    destinations:
      - { key: 10.0.0.21:443, forwarding: direct-routing, weight: 3, upperThreshold: 100 }
      - { key: "[fd00::21]:443", forwarding: tunneling, weight: 1, tunnel: { type: gre, checksum: csum } }
  - name: marked
    key: fwmark 7 IPv6
    scheduler: rr
    persistence: 60
`);
  expect(writeShoalYaml(emptyDefinition)).toBe('shoal: 1\nservices: []\n');
});

it('reads back the JSON that was written, every feature', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const file = readShoalJson(writeShoalJson(one));
      expect(file.ok && file.definition).toEqual(one);
      expect(file.notes.every((note) => note.kind === 'taken')).toBe(true);
    }),
  );
});

it('says on which lines each part stood', () => {
  expect(notesOf(writeShoalJson(small))).toEqual([
    '2-2 shoal 1',
    '4-10 web1 10.0.0.21 fd00::21',
    '14-14 tcp 900',
    '17-17 conntrack 1',
    '18-18 sync_threshold 3',
    '19-19 sync_period 50',
    '21-21 drift repair',
    '24-52 TCP 10.0.0.4:443 sh persistent 300 mask 255.255.255.0 (sh-port)',
    '36-41 10.0.0.21:443 DR weight 3 upper 100',
    '42-50 [fd00::21]:443 TUN weight 1 gre',
    '53-58 FWM 7 IPv6 rr persistent 60',
  ]);
});

it('takes short forms, and defaults as ipvsadm has them', () => {
  const text = `{"shoal": 1, "services": [{"key": "fwm 1", "scheduler": "rr", "destinations": [{"key": "10.0.0.21"}]}]}`;
  const file = readShoalJson(text);
  expect(file.ok && file.definition.services[0]).toMatchObject({
    name: 'fwm-1',
    destinations: [{ address: '10.0.0.21', port: 0, forwarding: 'direct-routing', weight: 1 }],
  });
});

describe('names the line of a problem', () => {
  const service = (...fields: string[]) =>
    `{\n"shoal": 1,\n"services": [\n{ "name": "web",\n${['"key": "TCP 10.0.0.4:80"', '"scheduler": "rr"', ...fields].join(',\n')}\n}]}`;
  it.each([
    ['{"shoal": 1,\n"services": [}', '2-2 left-out syntax }'],
    ['{"shoal": 1,\n"services": []', '2-2 left-out syntax '],
    ['{"shoal": 01}', '1-1 left-out syntax 01}'],
    ['{"shoal": 1\n"services": []}', '2-2 left-out syntax "services": []}'],
    ['{"shoal": 1,}', '1-1 left-out syntax }'],
    ['["a\nb"]', '1-1 left-out syntax "a'],
    ['\n', '2-2 left-out syntax '],
    ['[]', '1-1 left-out value-missing shoal: 1'],
    ['{\n"shoal": 2}', '2-2 left-out value-invalid shoal: 2'],
    ['{"services": []}', '1-1 left-out value-missing shoal: 1'],
    [service('"colour": "red"'), '7-7 left-out directive-unknown colour'],
    [service('"onePacket": "yes"'), '7-7 left-out value-invalid onePacket: yes'],
    [service('"persistence": {"timeout": "x"}'), '7-7 left-out value-invalid timeout: x'],
    [service('"persistence": 9999999'), '4-8 left-out timeout-out-of-range 9999999'],
    [service('"schedulerFlags": ["best"]'), '7-7 left-out value-invalid schedulerFlags: […]'],
    [service('"destinations": 5'), '7-7 left-out value-invalid destinations: 5'],
    [service('"destinations": [\n5]'), '8-8 left-out value-invalid 5'],
    [service('"destinations": [\n{"key": "web1:80"}]'), '8-8 left-out address-invalid key: web1:80'],
    [service('"destinations": [\n{"weight": 1}]'), '8-8 left-out value-missing key'],
    [service('"destinations": [\n{"key": "10.0.0.21", "weight": -1}]'), '8-8 left-out value-invalid weight: -1'],
    [service('"destinations": [\n{"key": "10.0.0.21", "weight": 65536}]'), '8-8 left-out weight-out-of-range 65536'],
    [
      service('"destinations": [\n{"key": "10.0.0.21:8080"}]'),
      '8-8 left-out refused-by-definition port-needs-masquerading',
    ],
    [
      service('"destinations": [\n{"key": "10.0.0.21", "forwarding": "nat"}]'),
      '8-8 left-out forwarding-unknown forwarding: nat',
    ],
    [
      service('"destinations": [\n{"key": "10.0.0.21", "tunnel": {"type": "gue"}}]'),
      '8-8 left-out value-invalid tunnel: {…}',
    ],
    ['{"shoal": 1,\n"settings": {\n"sysctls": {\n"conntrack": 2}}}', '4-4 left-out value-invalid conntrack: 2'],
    [
      '{"shoal": 1,\n"settings": {\n"sysctls": {\n"sync_threshold": 2}}}',
      '4-4 left-out value-invalid sync_threshold: 2',
    ],
    ['{"shoal": 1,\n"settings": {\n"timeouts": {\n"tcp": 0}}}', '4-4 left-out value-invalid tcp: 0'],
    ['{"shoal": 1,\n"settings": {\n"drift": "ignore"}}', '3-3 left-out value-invalid drift: ignore'],
    ['{"shoal": 1,\n"realServers": [\n{"name": "web 1", "addresses": []}]}', '3-3 left-out value-invalid web 1'],
    [
      '{"shoal": 1,\n"realServers": [\n{"name": "web1",\n"addresses": ["10.0.0"]}]}',
      '4-4 left-out address-invalid 10.0.0',
    ],
  ])('%s', (text, note) => {
    expect(notesOf(text)).toContain(note);
  });
});

it('leaves out the second of two equals', () => {
  const text = writeShoalJson(small).replace('"services": [', '"services": [], "services": [');
  expect(notesOf(text)).toContain('23-59 left-out given-twice services');
});

it.each([
  ['[', 'nested-too-deep'],
  ['{"a":', 'nested-too-deep'],
  ['[1,', 'nested-too-deep'],
  ['"', 'syntax'],
  ['\0', 'syntax'],
  ['{"a":1}', 'syntax'],
  ['\\', 'syntax'],
  ['-', 'syntax'],
  ['1', 'value-missing'],
  [' ', 'syntax'],
])('ends early with 10 MB of %j', (part, code) => {
  const file = readShoalJson(part.repeat(10_000_000 / part.length));
  expect(file.ok).toBe(false);
  expect(file.notes[0]).toMatchObject({ code });
});

it('stops at the end of what is read of a long list', () => {
  expect(readShoalJson(`[${'1,'.repeat(5_000_000)}1]`)).toMatchObject({ ok: false, notes: [{ code: 'too-many' }] });
});

it('never throws, and makes nothing that a definition would refuse', () => {
  const read = (text: string) => {
    const file = readShoalJson(text);
    if (file.ok) expect(definitionSchema.safeParse(file.definition).success).toBe(true);
  };
  const part = fc.oneof(
    fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1', 'null', '"shoal"', '\n'),
    fc.string(),
  );
  fc.assert(fc.property(fc.array(part), (parts) => read(parts.join(''))));
  const any = fc.json();
  fc.assert(
    fc.property(any, (one) => read(`{"shoal": 1, "services": [${one}], "settings": ${one}, "realServers": ${one}}`)),
  );
  // A value in the place of another.
  fc.assert(
    fc.property(definition, any, fc.nat(), (one, value, at) => {
      const parts = writeShoalJson(one).split(/("[^"]*"|\d+)(?!:)/);
      const place = at % parts.length;
      read(parts.map((text, index) => (index === place && index % 2 === 1 ? value : text)).join(''));
    }),
  );
});

it('knows its own YAML from any other', () => {
  expect(parseWrittenYaml(writeShoalYaml(small))).toBeDefined();
  for (const other of [
    '',
    'shoal: 1\nservices:\n- { key: x }\n',
    'shoal: 1\nservices:\n  - {key: x}\n',
    'shoal: 1 # a comment\n',
    'shoal: &a 1\n',
    'shoal: 0x1\n',
    "shoal: '1'\n",
    'shoal: "\\x31"\n',
    'shoal: 1\n\nservices: []\n',
    'shoal:\t1\n',
    'shoal: [1\n',
    'shoal: [1,2]\n',
    'shoal: null\n',
    `shoal: ${'['.repeat(100_000)}`,
    `shoal: ${'{ a: '.repeat(100_000)}`,
    `${Array.from({ length: 50 }, (_, level) => `${'  '.repeat(level)}a:`).join('\n')}\n`,
  ])
    expect(parseWrittenYaml(other)).toBeUndefined();
});
