import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../definition/definition.ts';
import { serviceKeyText } from '../../lvs/service-key.ts';
import { takenDestinationText, takenServiceText } from '../taken-text.ts';
import { readKeepalived } from './read-keepalived.ts';

function definitionOf(text: string) {
  const read = readKeepalived(text);
  if (!read.ok) throw new Error(JSON.stringify(read.notes));
  expect(definitionSchema.parse(read.definition)).toEqual(read.definition);
  return read.definition;
}

/** Services and their destinations as `ipvsadm -Ln` prints them. */
const tableOf = (text: string): string[] =>
  definitionOf(text).services.flatMap((service) => [
    takenServiceText(service),
    ...service.destinations.map((to) => `  ${takenDestinationText(to)}`),
  ]);

/** What isn't taken as it stands, as `line–lastLine code about`. */
const remarksOf = (text: string): string[] =>
  readKeepalived(text).notes.flatMap((note) => {
    if (note.kind === 'taken') return [];
    const lines = note.line === note.lastLine ? note.line : `${note.line}–${note.lastLine}`;
    return [`${lines} ${note.code} ${note.about}`];
  });

/** A service on which `lines` stand, with one real server that has `inside` in its block. */
const service = (lines: string, inside = 'weight 1', header = '10.0.0.4 80') =>
  `virtual_server ${header} {\nlb_algo wrr\nlb_kind DR\nprotocol TCP\n${lines}\nreal_server 10.0.0.21 80 {\n${inside}\n}\n}\n`;

const site = `! The web shop, both directors
global_defs {
   notification_email {
     ops@example.com
   }
   router_id LVS_ONE
   lvs_timeouts tcp 600 udp 30
   lvs_sync_daemon eth1 VI_1
}

vrrp_instance VI_1 {
    state MASTER
    authentication {
        auth_pass "a { brace"
    }
    virtual_ipaddress {
        10.0.0.4/24 dev eth0
    }
}

virtual_server 10.0.0.4 443   # https
{
    delay_loop 6
    lvs_sched mh
    mh-port
    lvs_method TUN type gue port 6080 csum
    persistence_timeout
    persistence_granularity 255.255.255.0
    protocol TCP
    sorry_server 10.0.0.99 443
    quorum 2
    quorum_up "/usr/local/bin/up.sh 10.0.0.4"
    real_server 10.0.0.21 443 { weight 3
        uthreshold 500
        lthreshold 400
        inhibit_on_failure
        SSL_GET {
            url { path / }
        } }
    real_server 10.0.1.22 8443 {
        lvs_method NAT
        weight 0
    }
}
include /etc/keepalived/conf.d/*.conf
`;

it('takes what a definition has a place for, and says why the rest is left out', () => {
  expect(tableOf(site)).toEqual([
    'TCP 10.0.0.4:443 mh persistent 360 mask 255.255.255.0 (mh-port)',
    '  10.0.0.21:443 TUN weight 3 upper 500 lower 400 gue',
    '  10.0.1.22:8443 NAT weight 0',
  ]);
  expect(definitionOf(site).settings.timeouts).toEqual({ tcp: 600, tcpfin: null, udp: 30 });
  expect(remarksOf(site)).toEqual([
    '1 comment ! The web shop, both directors',
    '3–5 no-notification notification_email',
    '6 no-process-settings router_id LVS_ONE',
    '8 no-sync-daemon lvs_sync_daemon eth1 VI_1',
    '11–19 no-vrrp vrrp_instance VI_1',
    '16–18 no-virtual-address-set-up 10.0.0.4/24',
    '21 comment # https',
    '21 check-of-service SSL_GET',
    '30 no-sorry-server sorry_server 10.0.0.99 443',
    '31 no-quorum quorum 2',
    '32 no-notification quorum_up /usr/local/bin/up.sh 10.0.0.4',
    '45 no-include include /etc/keepalived/conf.d/*.conf',
  ]);
});

describe('does as keepalived 2.2 where a file is silent or wrong', () => {
  it.each([
    [
      'nothing but a real server',
      'virtual_server 10.0.0.4 {\nreal_server 10.0.0.21 {\n}\n}',
      ['UDP 10.0.0.4:0 wlc persistent 360', '  10.0.0.21:0 NAT weight 1'],
      [
        '1 default-taken protocol UDP',
        '1 default-taken lb_algo wlc',
        '1 default-taken lb_kind NAT',
        '1 default-taken persistence_timeout 360',
      ],
    ],
    [
      'another port without masquerading',
      service('').replace('21 80', '21 8080'),
      ['TCP 10.0.0.4:80 wrr', '  10.0.0.21:80 DR weight 1'],
      ['6 port-of-service 10.0.0.21:8080 → 80'],
    ],
    [
      'a method in small letters',
      service('lb_kind dr').replace('lb_kind DR\n', '\n'),
      ['TCP 10.0.0.4:80 wrr', '  10.0.0.21:80 NAT weight 1'],
      ['1 default-taken lb_kind NAT', '5 forwarding-unknown lb_kind dr'],
    ],
    [
      'a scheduler that there isn’t',
      service('lb_algo wdrr'),
      ['TCP 10.0.0.4:80 wrr', '  10.0.0.21:80 DR weight 1'],
      ['5 scheduler-unknown lb_algo wdrr'],
    ],
    [
      'flags above their scheduler, and of another one',
      service('sh-port\nlb_algo sh\nmh-port\nsh-fallback'),
      ['TCP 10.0.0.4:80 sh (sh-fallback)', '  10.0.0.21:80 DR weight 1'],
      ['5 not-in-effect sh-port', '6 given-twice lb_algo sh', '7 not-in-effect mh-port'],
    ],
    [
      'one-packet and sip of TCP',
      service('ops\npersistence_timeout 50\npersistence_engine sip'),
      ['TCP 10.0.0.4:80 wrr persistent 50', '  10.0.0.21:80 DR weight 1'],
      ['5 refused-by-definition one-packet-needs-udp', '7 refused-by-definition engine-needs-udp'],
    ],
    [
      'a mark’s protocol',
      service('', '', 'fwmark 7'),
      ['FWM 7 wrr', '  10.0.0.21:0 DR weight 1'],
      ['4 not-in-effect protocol TCP', '6 port-of-service 10.0.0.21:80 → 0'],
    ],
    ['weights, of all and of one', service('weight 7', ''), ['TCP 10.0.0.4:80 wrr', '  10.0.0.21:80 DR weight 7'], []],
    [
      'values that are none',
      service(
        'persistence_timeout 0\npersistence_granularity 255.0.255.0\nprotocol ICMP\nlb_algo',
        'weight -1\nuthreshold x',
      ),
      ['TCP 10.0.0.4:80 wrr', '  10.0.0.21:80 DR weight 1'],
      [
        '5 timeout-out-of-range persistence_timeout 0',
        '6 netmask-invalid persistence_granularity 255.0.255.0',
        '7 protocol-unknown protocol ICMP',
        '8 value-missing lb_algo',
        '10 value-invalid weight -1',
        '11 value-invalid uthreshold x',
      ],
    ],
  ])('%s', (_, text, table, remarks) => {
    expect(tableOf(text)).toEqual(table);
    expect(remarksOf(text)).toEqual(expect.arrayContaining(remarks));
  });
});

describe('leaves out', () => {
  const kept = service('', '', '10.0.0.5 80');
  it.each([
    ['10 address-invalid 10.0.0.300', service('', '', '10.0.0.300 80')],
    ['10 host-name web.example.com', service('', '', 'web.example.com 80')],
    ['10 port-unknown virtual_server 10.0.0.4 99999', service('', '', '10.0.0.4 99999')],
    ['10 fwmark-out-of-range virtual_server fwmark 0', service('', '', 'fwmark 0')],
    ['10 service-without-address virtual_server group NONE', service('', '', 'group NONE')],
    ['10 service-twice TCP 10.0.0.5:80', kept],
  ])('%s', (remark, text) => {
    expect(tableOf(kept + text)).toEqual(tableOf(kept));
    expect(remarksOf(kept + text).map((one) => one.replace(/–\d+/, ''))).toContain(remark);
  });

  it.each([
    ['6–8 weight-out-of-range 65536', service('', 'weight 65536')],
    ['7 refused-by-definition threshold-lower-above-upper', service('', 'lthreshold 3')],
    ['6–8 host-name rs1', service('').replace('10.0.0.21', 'rs1')],
  ])('%s', (remark, text) => {
    expect(remarksOf(text)).toContain(remark);
    expect(definitionOf(text).services.map(({ key }) => serviceKeyText(key))).toEqual(['TCP 10.0.0.4:80']);
  });
});

it('reads nothing in a file that has no virtual server', () => {
  expect(remarksOf('')).toEqual(['0 empty-file ']);
  expect(remarksOf('vrrp_instance VI_1 {\n}\n')).toEqual([
    '0 no-services keepalived',
    '1–2 no-vrrp vrrp_instance VI_1',
  ]);
});
