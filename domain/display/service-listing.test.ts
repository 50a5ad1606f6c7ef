import { expect, it } from 'vitest';
import type { VirtualService } from '../lvs/table.ts';
import { clusterRecord, directorRecord, observe, tutorialWith, web2, webKey } from './cluster-record.example.ts';
import { directorView } from './director-view.ts';
import { serviceListing } from './service-listing.ts';
import { serviceView } from './service-view.ts';

const [tutorial] = tutorialWith({});
const [one, three] = tutorial?.destinations ?? [];
if (!tutorial || !one || !three) throw new Error('the tutorial has two destinations');

/** A service's listing where a kernel has these services, after the whole one's first two lines. */
function listing(services: readonly VirtualService[], key = webKey, at = 2_500): [string | null, string | undefined] {
  const record = directorRecord();
  observe(record.history, services, [0, 1, 2], (_, to) => (to === web2 ? { activeConn: 18, inactConn: 12_758 } : {}));
  const cluster = clusterRecord({ directors: [record] });
  const [on] = serviceView(cluster, key, at)?.directors ?? [];
  const whole = directorView(cluster, 'lb1', at)?.ipvsadm?.split('\n').slice(1).join('\n');
  return [on ? serviceListing(key, on) : null, whole];
}

it('prints one service as the whole table has it', () => {
  const [text, whole] = listing([tutorial]);
  expect(text).toBe(whole);
  expect(text).toBe(
    [
      'Prot LocalAddress:Port Scheduler Flags',
      '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
      'TCP  10.0.0.100:80 wrr',
      '  -> 10.0.0.21:80                 Route   1      0          0         ',
      '  -> 10.0.0.22:80                 Route   3      18         12758     ',
    ].join('\n'),
  );
});

it('prints what the kernel has, not what is desired', () => {
  const bypassed = { ...three, forwarding: 'bypass' as const, weight: 0 };
  const [text, whole] = listing(tutorialWith({ scheduler: 'lc', destinations: [bypassed] }));
  expect(text).toBe(whole);
  expect(text?.split('\n').slice(2)).toEqual([
    'TCP  10.0.0.100:80 lc',
    '  -> 10.0.0.22:80                 Bypass  0      18         12758     ',
  ]);
});

it('prints firewall marks with their IP version', () => {
  const marked: VirtualService = { ...tutorial, key: { kind: 'fwmark', fwmark: 7, family: 'ipv6' }, destinations: [] };
  expect(listing([marked], 'FWM 7 IPv6' as typeof webKey)[0]?.split('\n')[2]).toBe('FWM  7 IPv6 wrr');
});

it('prints nothing where the kernel hasn’t got it or is not known', () => {
  expect(listing([])[0]).toBeNull();
  expect(listing([tutorial], webKey, 13_000)[0]).toBeNull();
});
