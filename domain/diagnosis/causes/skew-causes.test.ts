import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../definition/definition.ts';
import { web1, web2, webKey } from '../../display/cluster-record.example.ts';
import { diagnosed, tutorialAs } from '../diagnosed.example.ts';
import { changeOf, type Remedy } from '../remedy.ts';

const persistence = { timeout: 10, netmask: 32 };
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const allOnOne = (second: number, to: string) => (to === web2 ? { conns: second * 20, persistConn: 1 } : {});
const fair = (second: number) => ({ conns: second * 20 });

describe('all on one of two', () => {
  it.each([
    ['skew-persistence', { persistence }, ['remove-persistence', 'mh-port']],
    ['persistence-netmask', { persistence: { timeout: 10, netmask: 24 } }, ['whole-netmask', 'remove-persistence']],
    ['hash-few-sources', { scheduler: 'sh' }, ['hash-port', 'scheduler']],
    ['hash-few-sources', { scheduler: 'mh' }, ['hash-port', 'scheduler']],
    ['hash-one-destination', { scheduler: 'dh' }, ['scheduler']],
    ['skew', { scheduler: 'wrr' }, []],
    ['skew', { scheduler: 'sh', schedulerFlags: ['port'] }, []],
  ] as const)('is %s, alone and within 6 s', (code, service, remedies) => {
    const definition = tutorialAs(service as never);
    const { findings, firstSaid } = diagnosed(definition, { seconds: 30, numbers: allOnOne });
    expect(codes(findings)).toEqual([code]);
    expect(firstSaid.get(code)).toBeLessThanOrEqual(6);
    const [finding] = findings;
    expect(finding?.remedies.map(({ kind }) => kind)).toEqual(remedies);
    for (const remedy of finding?.remedies ?? []) expect(changeOf(remedy, definition, webKey)).not.toBeNull();
  });

  it('is the scheduler against persistence where wlc has both', () => {
    const numbers = (second: number, to: string) =>
      to === web2 ? { conns: second * 20, activeConn: 200, persistConn: 3 } : {};
    const { findings } = diagnosed(tutorialAs({ scheduler: 'wlc', persistence }), { seconds: 70, numbers });
    expect(findings).toMatchObject([
      { code: 'persistence-with-least-connection', destination: web2, figures: { scheduler: 'wlc', templates: 3 } },
    ]);
  });

  it('is nothing when the traffic is fair or thin', () => {
    for (const numbers of [
      fair,
      (second: number, to: string) => ({ conns: to === web1 ? Math.floor(second / 10) : 0 }),
    ])
      for (const service of [{ persistence }, { scheduler: 'sh' }, { scheduler: 'wrr' }] as const)
        expect(diagnosed(tutorialAs(service), { seconds: 60, numbers }).firstSaid.size).toBe(0);
  });
});

it('says of the case that started it: one client network holds all templates', () => {
  const key = { kind: 'address', protocol: 'TCP', address: '172.168.1.50', port: 3307 };
  const destination = (address: string) => ({ address, port: 3307, forwarding: 'direct-routing', weight: 1 });
  const definition = definitionSchema.parse({
    realServers: [],
    services: [
      {
        ...{ name: 'db', key, scheduler: 'wrr', persistence },
        destinations: [destination('172.168.1.21'), destination('172.168.1.22')],
      },
    ],
  });
  const numbers = (second: number, to: string) =>
    to === '172.168.1.22:3307' ? { conns: second * 106, activeConn: 18, inactConn: 12_758, persistConn: 1 } : {};
  const { findings } = diagnosed(definition, { seconds: 20, numbers });
  expect(findings).toMatchObject([
    {
      ...{ code: 'skew-persistence', timeout: 10 },
      skew: { most: '172.168.1.22:3307', mostShare: 1, persistConn: 1, persistConnAll: 1 },
    },
  ]);
});

it('finds that few UDP sockets send most packets', () => {
  const key = { kind: 'address', protocol: 'UDP', address: '10.0.0.100', port: 80 } as never;
  const clump = (second: number, to: string) =>
    to === web1 ? { conns: 1, inPackets: second * 100, inBytes: second * 9000 } : { conns: 1, inPackets: second };
  const definition = tutorialAs({ key });
  const { findings, firstSaid } = diagnosed(definition, { seconds: 40, numbers: clump });
  expect(findings).toMatchObject([{ code: 'udp-clump', destination: web1, remedies: [{ kind: 'one-packet' }] }]);
  expect(firstSaid.get('udp-clump')).toBeLessThanOrEqual(20);
  expect(diagnosed(tutorialAs({ key, onePacket: true }), { seconds: 40, numbers: clump }).findings).toEqual([]);
});

describe('changeOf', () => {
  const change = (remedy: Remedy, service = {}) => changeOf(remedy, tutorialAs(service), webKey);

  it('makes each remedy a change on the definition as it is', () => {
    expect(change({ kind: 'remove-persistence' }, { persistence })).toMatchObject({ service: { persistence: null } });
    expect(change({ kind: 'mh-port' }, { persistence })).toMatchObject({
      service: { scheduler: 'mh', schedulerFlags: ['port'], persistence: null },
    });
    expect(change({ kind: 'whole-netmask' }, { persistence: { timeout: 9, netmask: 24 } })).toMatchObject({
      service: { persistence: { timeout: 9, netmask: 32 } },
    });
    expect(change({ kind: 'thresholds', destination: web1, upper: 20, lower: 18 })).toMatchObject({
      kind: 'edit-destination',
      destination: { upperThreshold: 20, lowerThreshold: 18, weight: 1 },
    });
    expect(change({ kind: 'sysctls', values: { expire_quiescent_template: 1 } })).toMatchObject({
      kind: 'set-settings',
      settings: { sysctls: { expire_quiescent_template: 1 } },
    });
  });

  it('is null for what isn’t there any more, or can’t be', () => {
    expect(changeOf({ kind: 'hash-port' }, tutorialAs({}), null)).toBeNull();
    expect(change({ kind: 'hash-port' }, { scheduler: 'wrr' })).toBeNull();
    expect(change({ kind: 'one-packet' })).toBeNull();
    expect(change({ kind: 'thresholds', destination: '10.0.0.99:80' as never, upper: 2, lower: 1 })).toBeNull();
  });
});
