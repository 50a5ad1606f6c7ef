import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import { definitionSchema, emptyDefinition } from '../../definition/definition.ts';
import { recognise } from '../recognise.ts';
import { readKeepalived } from './read-keepalived.ts';
import { writeKeepalived } from './write-keepalived.ts';

it('is read again as the same definition', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const text = writeKeepalived(one);
      const read = readKeepalived(text);
      expect(recognise(text)).toBe('keepalived');
      expect(read.ok && read.definition).toEqual(one);
      const lost = read.notes.filter((note) => note.kind !== 'taken' && note.code !== 'comment');
      expect(lost).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('is read again where there is nothing in it', () => {
  expect(readKeepalived(writeKeepalived(emptyDefinition))).toMatchObject({ ok: true, definition: emptyDefinition });
});

it('says what keepalived has no words for in comments', () => {
  const to = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 3, upperThreshold: 500 };
  const gue = { type: 'gue', port: 6080, checksum: 'csum' };
  const text = writeKeepalived(
    definitionSchema.parse({
      realServers: [{ name: 'web1', addresses: ['10.0.0.21', 'fd00::21'] }],
      services: [
        {
          name: 'web',
          key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 },
          scheduler: 'mh',
          schedulerFlags: ['port', 'fallback'],
          persistence: { timeout: 300, netmask: 24 },
          destinations: [to, { ...to, address: 'fd00::22', forwarding: 'tunneling', tunnel: gue, upperThreshold: 0 }],
        },
        {
          name: 'marked',
          key: { kind: 'fwmark', fwmark: 1, family: 'ipv6' },
          scheduler: 'rr',
          destinations: [],
        },
      ],
      settings: { timeouts: { tcp: 900, udp: 60 }, sysctls: { conntrack: 1 }, drift: 'repair' },
    }),
  );
  expect(text).toBe(`#shoal definition format=keepalived
#shoal real-server name=web1 addresses=10.0.0.21,fd00::21
#shoal sysctls conntrack=1
#shoal drift policy=repair

global_defs {
  lvs_timeouts tcp 900 udp 60
}

virtual_server 10.0.0.4 80 {
  #shoal service name=web
  protocol TCP
  lvs_sched mh
  mh-port
  mh-fallback
  persistence_timeout 300
  persistence_granularity 255.255.255.0
  real_server 10.0.0.21 80 {
    lvs_method DR
    weight 3
    uthreshold 500
  }
  real_server fd00::22 80 {
    lvs_method TUN type gue port 6080 csum
    weight 3
  }
}

# keepalived takes no virtual server without real servers:
#shoal: virtual_server fwmark 1 {
#shoal:   #shoal service name=marked
#shoal:   ip_family inet6
#shoal:   lvs_sched rr
#shoal: }
`);
});
