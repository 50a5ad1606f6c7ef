import type { SchedulerFlag } from '../lvs/scheduler.ts';
import { type Definition, definitionSchema } from './definition.ts';

const web = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const dns = { ...web, protocol: 'UDP', port: 53 };
const direct = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 };
const tunneled = { ...direct, forwarding: 'tunneling' };
const masqueraded = { ...direct, forwarding: 'masquerading' };

/** A hand-written definition with each feature once, apart from twos: what every format has to carry. */
export const everyFeature: Definition = definitionSchema.parse({
  realServers: [
    { name: 'web1', addresses: ['10.0.0.21', 'fd00::21'], labels: ['half=1', 'rack=a/3'] },
    { name: 'web2', addresses: ['10.0.0.22'] },
  ],
  services: [
    {
      ...{ name: 'web', key: web, scheduler: 'wrr', persistence: { timeout: 300, netmask: 24 } },
      check: {
        kind: 'http',
        path: '/health?full=1',
        host: 'shop.example',
        status: [200, 399],
        body: 'all ok: 100 %',
        fall: 2,
      },
      destinations: [
        { ...direct, weight: 3, upperThreshold: 1000, lowerThreshold: 800 },
        { ...masqueraded, address: '10.0.0.22', port: 8080, weight: 65535 },
        { ...tunneled, address: '10.0.0.23', weight: 0 },
        { ...tunneled, address: 'fd00::23', tunnel: { type: 'ipip' } },
        { ...tunneled, address: '10.0.0.24', tunnel: { type: 'gue', port: 6080, checksum: 'remcsum' } },
        { ...tunneled, address: '10.0.0.25', tunnel: { type: 'gre', checksum: 'csum' } },
      ],
    },
    {
      ...{ name: 'all-ports', key: { ...web, address: 'fd00::4', port: 0 }, scheduler: 'lblcr' },
      persistence: { timeout: 2678400, netmask: 64 },
      destinations: [
        { ...direct, address: 'fd00::21', port: 0 },
        { ...masqueraded, address: 'fd00::22', port: 8080 },
      ],
    },
    {
      check: { kind: 'tcp', port: 5061, interval: 30, timeout: 10, rise: 1 },
      ...{ name: 'sip', key: { ...dns, port: 5060 }, scheduler: 'wlc', persistenceEngine: 'sip' },
      persistence: { timeout: 60, netmask: 32 },
      destinations: [{ ...direct, port: 5060 }],
    },
    { name: 'dns', key: dns, scheduler: 'rr', onePacket: true, destinations: [{ ...direct, port: 53 }] },
    {
      name: 'sctp',
      key: { ...web, protocol: 'SCTP', port: 9 },
      scheduler: 'lc',
      destinations: [{ ...direct, port: 9 }],
    },
    ...flagged('sh', ['fallback', 'port']),
    ...flagged('mh', ['port']),
    ...['lblc', 'dh', 'sed', 'nq', 'fo', 'ovf'].map((scheduler, at) => ({
      ...{ name: `by-${scheduler}`, key: { kind: 'fwmark', fwmark: 4294967290 + at, family: 'ipv4' }, scheduler },
      destinations: [{ ...masqueraded, weight: at + 1 }],
    })),
    {
      ...{ name: 'marked', key: { kind: 'fwmark', fwmark: 7, family: 'ipv6' }, scheduler: 'rr' },
      destinations: [{ ...tunneled, port: 0 }],
    },
    { name: 'empty', key: { ...web, port: 81 }, scheduler: 'rr' },
    {
      ...{ name: 'quiesced', key: { ...web, port: 82 }, scheduler: 'rr' },
      destinations: [{ ...direct, port: 82, weight: 0 }],
    },
  ],
  settings: {
    timeouts: { tcp: 600, udp: 30 },
    sysctls: { conntrack: 1, expire_quiescent_template: 1, sync_threshold: 3, sync_period: 50 },
    drift: 'repair',
    guard: { leastServing: 2, leastWeightPercent: 50 },
  },
});

function flagged(scheduler: 'sh' | 'mh', schedulerFlags: SchedulerFlag[]): object[] {
  const port = scheduler === 'sh' ? 90 : 91;
  return [
    {
      ...{ name: scheduler, key: { ...web, port }, scheduler, schedulerFlags },
      destinations: [{ ...direct, port }],
    },
  ];
}
