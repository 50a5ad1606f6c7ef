import { definitionSchema } from '../../../domain/definition/definition.ts';
import { site as ldirectord } from '../../../domain/formats/ldirectord/site.example.ts';
import { site as lvsCf } from '../../../domain/formats/lvs-cf/site.example.ts';
import { writeAny } from '../../../domain/formats/write-any.ts';

const definition = definitionSchema.parse({
  realServers: [{ name: 'web1', addresses: ['10.0.0.21', 'fd00::21'] }],
  settings: { timeouts: { tcp: 900 }, sysctls: { conntrack: 1 }, drift: 'repair' },
  services: [
    {
      name: 'shop',
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 443 },
      scheduler: 'mh',
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
      destinations: [{ address: 'fd00::22', port: 8080, forwarding: 'masquerading', weight: 1 }],
    },
  ],
});

const written = (format: 'shoal-json' | 'shoal-yaml' | 'ipvsadm-save' | 'keepalived' | 'script'): string =>
  writeAny(format, definition, { cluster: 'web', revision: 1 }).text;

const keepalived = `! by hand
global_defs {
   router_id LVS_ONE
}
vrrp_instance VI_1 {
    virtual_ipaddress {
        10.0.0.4/24 dev eth0
    }
}
virtual_server_group both {
    10.0.0.4 80
    fwmark 3
}
virtual_server group both {
    lb_algo wlc
    lb_kind NAT
    protocol TCP
    sorry_server 10.0.0.99 80
    real_server 10.0.0.21 80 {
        weight 2
        HTTP_GET {
            url {
                path "/{health}"
                status_code 200
            }
        }
    }
}
`;

/** A file of each format that is as it should be. */
export const wholeTexts: Readonly<Record<string, string>> = {
  'lvs.cf': lvsCf,
  'ldirectord.cf': ldirectord,
  'keepalived.conf': keepalived,
  'keepalived.conf of ours': written('keepalived'),
  rules: written('ipvsadm-save'),
  script: written('script'),
  JSON: written('shoal-json'),
  YAML: written('shoal-yaml'),
};
