import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../definition/definition.ts';
import { readLdirectord } from './read-ldirectord.ts';
import { site } from './site.example.ts';

/** Notes as `line code about`, taken ones as `line = text`; ranges as `line-lastLine`. */
function notesOf(text: string): string[] {
  const read = readLdirectord(text);
  if (read.ok) expect(definitionSchema.parse(read.definition)).toEqual(read.definition);
  return read.notes.map((note) => {
    const lines = note.line === note.lastLine ? `${note.line}` : `${note.line}-${note.lastLine}`;
    return note.kind === 'taken' ? `${lines} = ${note.text}` : `${lines} ${note.code} ${note.about}`;
  });
}

const left = (text: string) => notesOf(text).filter((note) => !/^[\d-]+ = /.test(note));

const service = (...lines: string[]) =>
  ['virtual=192.0.2.1:80', 'scheduler=rr', 'protocol=tcp', 'real=10.0.0.1:80 masq', ...lines].join('\n    ');

it('reads a site and says what became of each line', () => {
  expect(notesOf(site)).toEqual([
    '1 comment # the shop',
    '2 no-checks checktimeout = 10',
    '3 no-sorry-server fallback = 127.0.0.1:80',
    '4 no-process-settings autoreload = yes',
    '5 no-notification emailalert = "ops@example.com"',
    '7-22 = TCP 192.0.2.80:80 wrr persistent 600 mask 255.255.255.0',
    '9 = 10.0.0.11:80 DR weight 3',
    '10 trailing-comment # three of them',
    '10 = 10.0.0.12:80 DR weight 1',
    '10 = 10.0.0.13:80 DR weight 1',
    '10 = 10.0.0.14:80 DR weight 1',
    '11 no-checks ".probe", "OK"',
    '11 = 10.0.0.15:80 DR weight 2',
    '12 no-sorry-server fallback = 127.0.0.1:80 gate',
    '20 no-checks login',
    '21 no-checks passwd',
    '22 no-checks quiescent = no',
    '24-27 = FWM 5 wrr',
    '24 default-taken scheduler = wrr',
    '25 = 10.0.0.21:8080 NAT weight 1',
    '26 port-ignored 10.0.0.22:8080',
    '26 = 10.0.0.22:0 TUN weight 1',
    '29-33 = UDP [2001:db8::5]:53 wrr persistent 60 mask 64 ops',
    '29 default-taken protocol = udp',
    '29 default-taken scheduler = wrr',
    '30 = [2001:db8:1::4]:53 NAT weight 1',
  ]);
  expect(readLdirectord(site)).toMatchObject({
    ok: true,
    format: 'ldirectord',
    definition: { services: [{ name: 'shop' }, { name: 'fwm-5' }, { name: 'udp-2001_db8__5-53', onePacket: true }] },
  });
});

describe('real', () => {
  it.each([
    ['10.0.0.9 masq', '10.0.0.9:0 NAT weight 1'],
    ['10.0.0.9 gate 0', '10.0.0.9:80 DR weight 0'],
    ['10.0.0.9:0 masq', '10.0.0.9:0 NAT weight 1'],
    ['10.0.0.255->10.0.1.0:81 masq 7', '10.0.1.0:81 NAT weight 7'],
    ['[2001:db8::1]:80 ipip', '[2001:db8::1]:80 TUN weight 1'],
  ])('%s is taken', (real, text) => {
    expect(notesOf(service(`real=${real}`))).toContain(`5 = ${text}`);
  });

  it.each([
    ['10.0.0.9:80', 'value-missing gate, masq, ipip'],
    ['10.0.0.9:80 nat', 'forwarding-unknown nat'],
    ['10.0.0.9:nothing masq', 'port-unknown 10.0.0.9:nothing'],
    ['10.0.0.9:70000 masq', 'port-unknown 10.0.0.9:70000'],
    ['10.0.0.9::5060 masq', 'address-invalid 10.0.0.9::5060'],
    ['10.0.0.900:80 masq', 'address-invalid 10.0.0.900'],
    ['web1:80 masq', 'host-name web1'],
    ['web1->web3:80 masq', 'host-name web1'],
    ['10.0.0.9->10.0.0.2:80 masq', 'value-invalid 10.0.0.9->10.0.0.2:80'],
    ['10.0.0.0->10.255.0.0:80 masq', 'too-many 1000'],
    ['[2001:db8::1]->[2001:db8::4]:80 masq', 'value-invalid [2001:db8::1]->[2001:db8::4]:80'],
    ['10.0.0.9:80 masq 65536', 'weight-out-of-range 65536'],
    ['10.0.0.9:80 masq heavy', 'value-invalid heavy'],
    ['10.0.0.1:80 masq', 'destination-twice 10.0.0.1:80'],
    ['[2001:db8::1]:80 masq', 'refused-by-definition mixed-family-needs-tunneling'],
  ])('%s is left out and its service kept', (real, why) => {
    expect(left(service(`real=${real}`))).toContain(`5 ${why}`);
    expect(readLdirectord(service(`real=${real}`))).toMatchObject({
      definition: { services: [{ destinations: [{ address: '10.0.0.1' }] }] },
    });
  });

  it('has the service’s port where packets reach it unchanged', () => {
    expect(notesOf(service('real=10.0.0.9:8080 gate'))).toEqual(
      expect.arrayContaining(['5 = 10.0.0.9:80 DR weight 1', '5 port-of-service 10.0.0.9:8080 → 80']),
    );
  });

  it('is never up with checktype=off', () => {
    expect(left(service('checktype=off'))).toContain('4 inactive real = 10.0.0.1:80 masq');
  });
});

describe('leaves out a whole service for', () => {
  it.each([
    ['protocol=sctp', '5 protocol-unknown protocol = sctp'],
    ['persistent=long', '5 value-invalid persistent = long'],
    ['netmask=24', '5 netmask-invalid netmask = 24'],
    ['ops=perhaps', '5 value-invalid ops = perhaps'],
  ])('%s', (line, note) => {
    expect(left(service(line))).toEqual(expect.arrayContaining(['1-5 has-faults virtual = 192.0.2.1:80', note]));
  });

  it.each([
    ['scheduler=best', '1-5 scheduler-unknown best'],
    ['persistent=0', '1-5 timeout-out-of-range 0'],
  ])('%s, which a definition refuses', (line, note) => {
    expect(left(service(line))).toContain(note);
  });

  it.each([
    ['192.0.2.1', '1 port-unknown virtual = 192.0.2.1'],
    ['192.0.2.1:nothing', '1 port-unknown virtual = 192.0.2.1:nothing'],
    ['www.example.com:80', '1 host-name virtual = www.example.com:80'],
    ['192.0.2.256:80', '1 address-invalid virtual = 192.0.2.256:80'],
  ])('virtual=%s', (head, note) => {
    expect(left(service().replace('192.0.2.1:80', head))).toContain(note);
  });

  it.each([
    ['0', '1-4 fwmark-out-of-range 0'],
    ['192.0.2.1:0', '1-4 refused-by-definition port-zero-needs-persistence'],
  ])('virtual=%s, which a definition refuses', (head, note) => {
    expect(left(service().replace('192.0.2.1:80', head))).toContain(note);
  });
});

it('has nothing to remark on a service that it leaves out', () => {
  expect(left('virtual=www.example.com:80\n\tchecktype=ping')).toEqual([
    '0 no-services ldirectord',
    '1-2 has-faults virtual = www.example.com:80',
    '1 host-name virtual = www.example.com:80',
    '2 no-checks checktype = ping',
  ]);
});

it('says what means nothing beside the rest', () => {
  expect(left(service('netmask=255.255.255.0', 'ops=yes'))).toEqual([
    '5 not-in-effect netmask = 255.255.255.0',
    '6 not-in-effect ops = yes',
  ]);
  expect(left('virtual=5\n    protocol=tcp\n    scheduler=rr')).toEqual(['2 not-in-effect protocol = tcp']);
});

describe('a broken file', () => {
  it('without its indents, as web pages show it', () => {
    expect(
      notesOf('virtual=192.0.2.1:80\nreal=10.0.0.1:80 gate\nfallback=127.0.0.1:80\nscheduler=lc\nprotocol=tcp'),
    ).toEqual([
      '1-5 = TCP 192.0.2.1:80 lc',
      '2 lax-grammar real = 10.0.0.1:80 gate',
      '2 = 10.0.0.1:80 DR weight 1',
      '3 lax-grammar fallback = 127.0.0.1:80',
      '3 no-sorry-server fallback = 127.0.0.1:80',
      '4 lax-grammar scheduler = lc',
      '5 lax-grammar protocol = tcp',
    ]);
  });

  it('with lines that belong nowhere', () => {
    const text = `    real=10.0.0.1:80 gate
wibble=1
virtual=
what is this
supervised
[heading]
eth0:1=192.0.2.3
execute=other
  virtual=192.0.2.1:80
\tscheduler=rr
\tscheduler=lc
\tprotocol=tcp
\twobble=1
logfile="local0"
\treal=10.0.0.1:80 gate`;
    expect(left(text)).toEqual([
      '1 outside-of-a-block real = 10.0.0.1:80 gate',
      '2 directive-unknown wibble = 1',
      '3 value-missing virtual',
      '4 syntax what is this',
      '5 no-process-settings supervised',
      '6 other-grammar [heading]',
      '7 no-virtual-address-set-up eth0:1 = 192.0.2.3',
      '8 no-include execute = other',
      '9 lax-grammar virtual = 192.0.2.1:80',
      '10 given-twice scheduler = rr',
      '13 directive-unknown wobble = 1',
      '14 no-process-settings logfile = "local0"',
      '15 outside-of-a-block real = 10.0.0.1:80 gate',
    ]);
  });
});
