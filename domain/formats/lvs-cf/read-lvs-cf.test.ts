import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../definition/definition.ts';
import { readLvsCf } from './read-lvs-cf.ts';
import { site } from './site.example.ts';

/** Notes as `line code about`, taken ones as `line = text`; ranges as `line-lastLine`. */
function notesOf(text: string): string[] {
  const read = readLvsCf(text);
  if (read.ok) expect(definitionSchema.parse(read.definition)).toEqual(read.definition);
  return read.notes.map((note) => {
    const lines = note.line === note.lastLine ? `${note.line}` : `${note.line}-${note.lastLine}`;
    return note.kind === 'taken' ? `${lines} = ${note.text}` : `${lines} ${note.code} ${note.about}`;
  });
}

const left = (text: string) => notesOf(text).filter((note) => !/^[\d-]+ = /.test(note));

const block = (virtual: string, server = 'weight = 3') => `network = nat
virtual a {
active = 1
address = 192.0.2.1 eth0
scheduler = rr
port = 80
${virtual}
server one {
active = 1
address = 10.0.0.1
${server}
}
}
`;

it('reads a site and says what became of each line', () => {
  const read = readLvsCf(site);
  expect(read).toMatchObject({
    ok: true,
    format: 'lvs-cf',
    definition: {
      realServers: [{ name: 'web_1', addresses: ['192.0.2.11'] }],
      services: [
        {
          name: 'shop',
          key: { protocol: 'TCP', address: '192.0.2.80', port: 443 },
          scheduler: 'wrr',
          persistence: { timeout: 600, netmask: 24 },
          destinations: [{ address: '192.0.2.11', port: 443, forwarding: 'direct-routing', weight: 3 }],
        },
      ],
      settings: { timeouts: { tcp: 900, tcpfin: null, udp: null } },
    },
  });
  expect(notesOf(site)).toEqual([
    '1 no-process-settings serial_no = 7',
    '2 no-failover-pair primary = 192.0.2.1',
    '3 = service = lvs',
    '4 no-failover-pair backup_active = 1',
    '5 no-failover-pair heartbeat = 1',
    '6 = direct-routing',
    '7 no-sync-daemon syncdaemon = 1',
    '8 = ipvsadm --set 900 0 0',
    '9 = ipvsadm --set 0 0 0',
    '10-11 comment # the shop',
    '12-34 = TCP 192.0.2.80:443 wrr persistent 600 mask 255.255.255.0',
    '14 no-virtual-address-set-up eth0:1',
    '15 no-virtual-address-set-up vip_nmask = 255.255.255.0',
    '19 no-checks send = GET / HTTP/1.0\\r\\n # {',
    '20 no-checks expect = }',
    '23 no-checks quiesce_server = 0',
    '24 no-sorry-server sorry_server = 192.0.2.99',
    '25-29 = 192.0.2.11:443 DR weight 3',
    '30-33 inactive server web_2',
    '35-39 no-failover-pair failover ftp',
  ]);
});

it('takes trailing comments, blanks and ends of lines as people write them', () => {
  const text =
    'network=tunnel # tun\r\n\r\nvirtual a{\r\n\tactive = 1\r\n\taddress = 192.0.2.1\r\n\tport =80\r\n\tscheduler = lc\r\n}\r\n';
  expect(notesOf(text)).toEqual([
    '1 trailing-comment # tun',
    '1 lax-grammar network=tunnel',
    '1 = tunneling',
    '3-8 = TCP 192.0.2.1:80 lc',
    '3 lax-grammar virtual a{',
    '6 lax-grammar port =80',
  ]);
});

it('takes what Piranha’s web form writes and its daemon refuses', () => {
  const text = block('expect_program = "/bin/check"', 'nmask = 255.255.255.0\nweight = 2');
  expect(notesOf(text)).toEqual([
    '1 = masquerading',
    '2-14 = TCP 192.0.2.1:80 rr',
    '4 no-virtual-address-set-up eth0',
    '7 no-checks expect_program = /bin/check',
    '8-13 = 10.0.0.1:80 NAT weight 2',
    '11 no-virtual-address-set-up nmask = 255.255.255.0',
  ]);
});

it('says which defaults counted', () => {
  const text = 'virtual a {\nactive = 1\naddress = 192.0.2.1\n}\n';
  expect(notesOf(text)).toEqual([
    '0 default-taken network = nat',
    '1-4 = TCP 192.0.2.1:80 wlc',
    '1 default-taken port = 80',
    '1 default-taken scheduler = wlc',
  ]);
});

describe('a firewall mark', () => {
  it('has no address and no port', () => {
    const text = block('fwmark = 7\nprotocol = udp').replace('nat', 'direct');
    expect(notesOf(text)).toEqual([
      '1 = direct-routing',
      '2-14 = FWM 7 rr',
      '4 no-virtual-address-set-up address = 192.0.2.1 eth0',
      '6 not-in-effect port = 80',
      '8 not-in-effect protocol = udp',
      '9-13 = 10.0.0.1:0 DR weight 3',
    ]);
  });

  it('has the port that masquerading writes', () => {
    expect(notesOf(block('fwmark = 0x10'))).toContain('8-12 = 10.0.0.1:80 NAT weight 3');
  });

  it('0 is none', () => {
    expect(notesOf(block('fwmark = 0'))).toContain('2-13 = TCP 192.0.2.1:80 rr');
  });
});

it('gives a server the service’s port where packets reach it unchanged', () => {
  const notes = notesOf(block('', 'port = 8080').replace('nat', 'direct'));
  expect(notes).toEqual(
    expect.arrayContaining(['8-12 = 10.0.0.1:80 DR weight 1', '8-12 port-of-service 10.0.0.1:8080 → 80']),
  );
  expect(notesOf(block('', 'port = 8080'))).toContain('8-12 = 10.0.0.1:8080 NAT weight 1');
});

describe('leaves out a whole service for', () => {
  it.each([
    ['port = http-or-so', '7 port-unknown port = http-or-so'],
    ['port = 70000', '7 port-unknown port = 70000'],
    ['protocol = icmp', '7 protocol-unknown protocol = icmp'],
    ['persistent = ten', '7 value-invalid persistent = ten'],
    ['persistent = 010', '7 value-invalid persistent = 010'],
    ['pmask = 255.0.255.0', '7 netmask-invalid pmask = 255.0.255.0'],
    ['address = www.example.com', '7 host-name address = www.example.com'],
    ['address = 192.0.2', '7 address-invalid address = 192.0.2'],
    ['address = 192.0.2.1 eth0 eth1', '7 value-invalid address = 192.0.2.1 eth0 eth1'],
    ['active = yes', '7 value-invalid active = yes'],
    ['scheduler = rr wrr', '7 value-invalid scheduler = rr wrr'],
  ])('%s', (line, note) => {
    expect(left(block(line))).toEqual(expect.arrayContaining(['2-13 has-faults virtual a', note]));
    expect(readLvsCf(block(line)).ok).toBe(false);
  });

  it.each([
    ['scheduler = best', '2-13 scheduler-unknown best'],
    ['port = 0', '2-13 refused-by-definition port-zero-needs-persistence'],
    ['fwmark = -1', '2-13 fwmark-out-of-range -1'],
    ['persistent = 9999999', '2-13 timeout-out-of-range 9999999'],
    ['address = 0.0.0.0', '2-13 refused-by-definition vip-not-unicast'],
  ])('%s, which a definition refuses', (line, note) => {
    expect(left(block(line))).toEqual(
      expect.arrayContaining([note, expect.stringMatching(/^8-12 destination-without-service/)]),
    );
  });

  it('no address, and for being switched off', () => {
    const text =
      'network = nat\nvirtual a {\nactive = 1\nport = 80\n}\nvirtual b {\naddress = 192.0.2.1\nactive = 0\n}\nvirtual c {\n}';
    expect(left(text)).toEqual([
      '0 no-services lvs-cf',
      '2-5 service-without-address virtual a',
      '2 default-taken scheduler = wlc',
      '6-9 inactive virtual b',
      '10-11 inactive virtual c',
      '10-11 service-without-address virtual c',
    ]);
  });

  it('service = fos, which runs none of them', () => {
    expect(left(`service = fos\n${block('')}`)).toEqual(
      expect.arrayContaining(['1 no-failover-pair service = fos', '3-14 not-in-effect virtual a']),
    );
  });
});

describe('leaves out a server and keeps its service for', () => {
  it.each([
    ['weight = heavy', ['8-12 has-faults server one', '11 value-invalid weight = heavy']],
    ['address = web1.example.com', ['8-12 has-faults server one', '11 host-name address = web1.example.com']],
    ['weight = 65536', ['8-12 weight-out-of-range 65536']],
    ['weight = -1', ['8-12 weight-out-of-range -1']],
    ['active = 0', ['8-12 inactive server one']],
  ])('%s', (line, notes) => {
    expect(left(block('', line))).toEqual(expect.arrayContaining(notes));
    expect(readLvsCf(block('', line))).toMatchObject({ ok: true, definition: { services: [{ destinations: [] }] } });
  });

  it('no address', () => {
    expect(left(block('').replace('address = 10.0.0.1', ''))).toContain('8-12 value-missing server one: address');
  });

  it('a method that there isn’t', () => {
    expect(left(block('').replace('nat', 'fnat'))).toEqual(
      expect.arrayContaining(['1 forwarding-unknown network = fnat', '8-12 forwarding-unknown server one']),
    );
  });
});

describe('a broken file', () => {
  it('cut in a server: the server is left out, the service is taken with a remark', () => {
    const cut = `${site.slice(0, site.indexOf('         active = 0'))}`;
    const notes = notesOf(cut);
    expect(notes).toContain('30-31 block-not-closed server web_2');
    expect(notes).toContain('12 block-not-closed virtual shop');
    expect(readLvsCf(cut)).toMatchObject({ definition: { services: [{ destinations: [{ address: '192.0.2.11' }] }] } });
  });

  it('a brace is missing between two services', () => {
    const two = `${block('').replace(/}\n$/, '')}${block('fwmark = 3').replace('virtual a', 'virtual b').replace('network = nat\n', '')}`;
    expect(left(two)).toContain('2 block-not-closed virtual a');
    const read = readLvsCf(two);
    expect(read.ok && read.definition.services.map((service) => service.name)).toEqual(['a', 'b']);
  });

  it('braces and lines that belong nowhere', () => {
    const text = `network = nat
weight = 3
wibble = 3
}
server lost {
address = 10.0.0.1
}
wobble {
 inner {
 }
}
port
virtual_server 10.0.0.1 80 {
delay_loop 6
}
send = "open
virtual
server x { address = 10.0.0.1 }
virtual { `;
    expect(left(text)).toEqual([
      '0 no-services lvs-cf',
      '2 outside-of-a-block weight = 3',
      '3 directive-unknown wibble = 3',
      '4 block-not-opened }',
      '5-7 outside-of-a-block server lost {',
      '8-11 directive-unknown wobble {',
      '12 syntax port',
      '13-15 other-grammar virtual_server 10.0.0.1 80 {',
      '16 syntax send = "open',
      '17 syntax virtual',
      '18 syntax server x { address = 10.0.0.1 }',
      '19 block-not-closed virtual {',
      '19 value-missing virtual {',
    ]);
  });

  it('braces in quotes, and keys that every object has', () => {
    expect(notesOf('wobble {\nsend = "{"\n}\nconstructor = 1\nnetwork = nat\n')).toEqual([
      '0 no-services lvs-cf',
      '1-3 directive-unknown wobble {',
      '4 directive-unknown constructor = 1',
      '5 = masquerading',
    ]);
  });

  it('a value is missing, a key is given twice', () => {
    const notes = left(block('persistent =\npersistent = 5\npersistent = 6'));
    expect(notes).toEqual(expect.arrayContaining(['7 value-missing persistent', '8 given-twice persistent = 5']));
    expect(readLvsCf(block('persistent = 5\npersistent = 6'))).toMatchObject({
      definition: { services: [{ persistence: { timeout: 6 } }] },
    });
  });
});
