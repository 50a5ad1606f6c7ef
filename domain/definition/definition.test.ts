import { describe, expect, it } from 'vitest';
import { definitionSchema } from './definition.ts';

const destination = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 };
const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const web = { name: 'web', key, scheduler: 'wrr', destinations: [destination] };

/** What a definition of one service is refused for, as `path: message`. */
function refusals(service: object, more: object = {}): string[] {
  const parsed = definitionSchema.safeParse({ services: [{ ...web, ...service }], ...more });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

it('accepts the tutorial’s service and fills in what is silent', () => {
  const parsed = definitionSchema.parse({ services: [web] });
  expect(parsed.services[0]).toMatchObject({ persistence: null, schedulerFlags: [], onePacket: false });
  expect(parsed.services[0]?.destinations[0]).toMatchObject({ upperThreshold: 0, lowerThreshold: 0, tunnel: null });
  expect(definitionSchema.parse(parsed)).toEqual(parsed);
});

it('writes addresses in their one form', () => {
  const parsed = definitionSchema.parse({
    services: [{ ...web, key: { ...key, address: 'FD00:0:0::4' }, destinations: [] }],
  });
  expect(parsed.services[0]?.key).toMatchObject({ address: 'fd00::4' });
});

describe('refuses what the kernel takes in silence', () => {
  it.each([
    ['VIP 0.0.0.0', { key: { ...key, address: '0.0.0.0' } }, 'services.0.key.address: vip-not-unicast'],
    [
      'port 0 without persistence',
      { key: { ...key, port: 0 }, destinations: [] },
      'services.0.key.port: port-zero-needs-persistence',
    ],
    [
      'another port with direct routing',
      { destinations: [{ ...destination, port: 8080 }] },
      'services.0.destinations.0.port: port-needs-masquerading',
    ],
    [
      'another port with tunneling',
      { destinations: [{ ...destination, port: 8080, forwarding: 'tunneling' }] },
      'services.0.destinations.0.port: port-needs-masquerading',
    ],
    [
      'a weight over 65535',
      { destinations: [{ ...destination, weight: 65536 }] },
      /^services\.0\.destinations\.0\.weight: /,
    ],
    ['another protocol', { key: { ...key, protocol: 'ICMP' } }, /^services\.0\.key\.protocol: /],
    ['fwmark 0', { key: { kind: 'fwmark', fwmark: 0, family: 'ipv4' } }, /^services\.0\.key\.fwmark: /],
  ])('%s', (_, service, refusal) => {
    expect(refusals(service)).toContainEqual(refusal instanceof RegExp ? expect.stringMatching(refusal) : refusal);
  });
});

describe('names the field of what can’t be', () => {
  it.each([
    ['destination-twice', { destinations: [destination, destination] }, 'services.0.destinations.1.address'],
    [
      'destination-not-unicast',
      { destinations: [{ ...destination, address: '224.0.0.1' }] },
      'services.0.destinations.0.address',
    ],
    [
      'mixed-family-needs-tunneling',
      { destinations: [{ ...destination, address: 'fd00::1' }] },
      'services.0.destinations.0.address',
    ],
    [
      'threshold-lower-above-upper',
      { destinations: [{ ...destination, lowerThreshold: 5 }] },
      'services.0.destinations.0.lowerThreshold',
    ],
    [
      'tunnel-without-tunneling',
      { destinations: [{ ...destination, tunnel: { type: 'ipip' } }] },
      'services.0.destinations.0.tunnel',
    ],
    ['flags-need-sh-or-mh', { schedulerFlags: ['port'] }, 'services.0.schedulerFlags'],
    ['one-packet-needs-udp', { onePacket: true }, 'services.0.onePacket'],
    ['netmask-too-long', { persistence: { timeout: 10, netmask: 33 } }, 'services.0.persistence.netmask'],
    ['engine-needs-persistence', { persistenceEngine: 'sip' }, 'services.0.persistenceEngine'],
    ['name-characters', { name: 'web site' }, 'services.0.name'],
    ['address-invalid', { key: { ...key, address: '10.0.0' } }, 'services.0.key.address'],
  ])('%s', (message, service, path) => {
    expect(refusals(service)).toContain(`${path}: ${message}`);
  });

  it('services and real servers that stand twice', () => {
    const twice = definitionSchema.safeParse({
      services: [web, web],
      realServers: [
        { name: 'web1', addresses: ['10.0.0.21'] },
        { name: 'web1', addresses: ['10.0.0.21'] },
      ],
    });
    expect(twice.success ? [] : twice.error.issues.map((issue) => issue.message)).toEqual([
      'service-key-twice',
      'service-name-twice',
      'real-server-name-twice',
      'real-server-address-twice',
    ]);
  });

  it('a field that nobody knows', () => {
    expect(refusals({ wieght: 1 })).toHaveLength(1);
  });
});
