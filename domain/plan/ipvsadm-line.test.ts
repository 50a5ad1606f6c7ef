import { expect, it } from 'vitest';
import { parseDestinationKey } from '../lvs/destination-key.ts';
import { parseServiceKey } from '../lvs/service-key.ts';
import type { Destination, VirtualService } from '../lvs/table.ts';
import { ipvsadmConfigText, ipvsadmLine, ipvsadmRules } from './ipvsadm-line.ts';

const key = (text: string) => {
  const parsed = parseServiceKey(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
};
const destination = (text: string, more: Partial<Destination> = {}): Destination => {
  const parsed = parseDestinationKey(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return {
    ...parsed.value,
    forwarding: 'direct-routing',
    weight: 1,
    upperThreshold: 0,
    lowerThreshold: 0,
    tunnel: null,
    ...more,
  };
};
const service = (text: string, more: Partial<VirtualService> = {}): VirtualService => ({
  key: key(text),
  scheduler: 'wrr',
  schedulerFlags: [],
  onePacket: false,
  persistence: null,
  persistenceEngine: null,
  destinations: [],
  ...more,
});

it('prints a table as ipvsadm -R reads it', () => {
  const rules = ipvsadmRules({
    services: [
      service('TCP 10.0.0.4:80', {
        persistence: { timeout: 300, netmask: 24 },
        destinations: [
          destination('10.0.0.21:80', { weight: 3, upperThreshold: 100, lowerThreshold: 60 }),
          destination('10.0.1.22:8080', { forwarding: 'masquerading' }),
          destination('10.0.0.23:80', { forwarding: 'tunneling', tunnel: { type: 'ipip' } }),
          destination('10.0.0.24:80', {
            forwarding: 'tunneling',
            tunnel: { type: 'gue', port: 5555, checksum: 'csum' },
          }),
        ],
      }),
      service('UDP [fd00::1]:53', { scheduler: 'rr', onePacket: true, persistence: { timeout: 10, netmask: 64 } }),
      service('FWM 7 IPv6', { scheduler: 'sh', schedulerFlags: ['fallback', 'port'] }),
      service('SCTP 10.0.0.4:9000', { scheduler: 'mh' }),
    ],
  });
  expect(rules).toEqual([
    '-A -t 10.0.0.4:80 -s wrr -p 300 -M 255.255.255.0',
    '-a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 3 -x 100 -y 60',
    '-a -t 10.0.0.4:80 -r 10.0.1.22:8080 -m -w 1',
    '-a -t 10.0.0.4:80 -r 10.0.0.23:80 -i -w 1',
    '-a -t 10.0.0.4:80 -r 10.0.0.24:80 -i -w 1 --tun-type gue --tun-port 5555 --tun-csum',
    '-A -u [fd00::1]:53 -s rr -p 10 -M 64 -o',
    '-A -f 7 -6 -s sh -b sh-fallback,sh-port',
    '-A --sctp-service 10.0.0.4:9000 -s mh',
  ]);
});

it('prints steps as the commands that do the same by hand', () => {
  const web = service('TCP 10.0.0.4:80');
  const one = destination('10.0.0.21:80', { weight: 0 });
  const at = { service: web.key };
  expect([
    ipvsadmLine({ action: 'add-service', ...at, config: web }),
    ipvsadmLine({ action: 'change-service', ...at, config: { ...web, scheduler: 'wlc' } }),
    ipvsadmLine({ action: 'remove-service', ...at }),
    ipvsadmLine({ action: 'add-destination', ...at, destination: one }),
    ipvsadmLine({ action: 'change-destination', ...at, destination: one }),
    ipvsadmLine({ action: 'remove-destination', ...at, destination: one }),
  ]).toEqual([
    'ipvsadm -A -t 10.0.0.4:80 -s wrr',
    'ipvsadm -E -t 10.0.0.4:80 -s wlc',
    'ipvsadm -D -t 10.0.0.4:80',
    'ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 0',
    'ipvsadm -e -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 0',
    'ipvsadm -d -t 10.0.0.4:80 -r 10.0.0.21:80',
  ]);
});

it('names a configuration as ipvsadm -Ln does', () => {
  const { key: web, ...config } = service('TCP 10.0.0.4:80', { persistence: { timeout: 10, netmask: 32 } });
  expect(ipvsadmConfigText(web, config)).toBe('wrr persistent 10');
  const mask = {
    ...config,
    persistence: { timeout: 10, netmask: 24 },
    scheduler: 'sh',
    schedulerFlags: ['port'] as const,
  };
  expect(ipvsadmConfigText(web, mask)).toBe('sh persistent 10 mask 255.255.255.0 (sh-port)');
});
