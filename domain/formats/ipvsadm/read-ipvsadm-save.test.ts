import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import { definitionSchema, emptyDefinition } from '../../definition/definition.ts';
import { readIpvsadmSave } from './read-ipvsadm-save.ts';
import { writeIpvsadmRules } from './write-ipvsadm-rules.ts';

const read = (...lines: string[]) => {
  const file = readIpvsadmSave(lines.join('\n'));
  const notes = file.notes.map((note) =>
    note.kind === 'taken' ? `${note.line} ${note.text}` : `${note.line} ${note.kind} ${note.code} ${note.about}`,
  );
  return { services: file.ok ? file.definition.services : [], notes, file };
};
/** The notes of lines other than the first, which defines `TCP 10.0.0.4:80`. */
const after = (...lines: string[]) => read('-A -t 10.0.0.4:80 -s rr', ...lines).notes.slice(1);

it('reads back what was written, every feature', () => {
  fc.assert(
    fc.property(
      definition.filter((one) => JSON.stringify(one) !== JSON.stringify(emptyDefinition)),
      (one) => {
        const file = readIpvsadmSave(writeIpvsadmRules(one));
        expect(file).toMatchObject({ ok: true, definition: one });
        expect(file.ok && file.definition).toEqual(one);
      },
    ),
  );
});

it('takes every line of our own export', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const lines = writeIpvsadmRules(one).split('\n');
      const { notes } = readIpvsadmSave(lines.join('\n'));
      const lost = notes.filter((note) => note.line > 0 && note.kind !== 'taken');
      expect(lost.map((note) => lines[note.line - 1]?.slice(0, 2)).filter((start) => start !== '-v')).toEqual([]);
    }),
  );
});

it('reads what ipvsadm-save prints', () => {
  const { services, notes } = read(
    '-A -t 10.0.0.4:http -s wrr -p 300 -M 255.255.255.0',
    '-a -t 10.0.0.4:http -r 10.0.0.21:http -g -w 3',
    '-a -t 10.0.0.4:http -r 10.0.0.22:8080 -m -w 0',
    '-A -f -1 -6 -s mh -b mh-fallback,mh-port',
    '-a -f -1 -6 -r [fd00::21]:0 -i -w 1 --tun-type gue --tun-port 6080 --tun-csum',
    '-A -u 10.0.0.4:5060 -s rr -p 360 --pe sip -o',
  );
  expect(notes).toEqual([
    '1 TCP 10.0.0.4:80 wrr persistent 300 mask 255.255.255.0',
    '2 10.0.0.21:80 DR weight 3',
    '3 10.0.0.22:8080 NAT weight 0',
    '4 FWM 4294967295 IPv6 mh (mh-fallback,mh-port)',
    '5 [fd00::21]:0 TUN weight 1 gue',
    '6 UDP 10.0.0.4:5060 rr persistent 360 pe sip ops',
  ]);
  expect(services[1]?.destinations[0]?.tunnel).toEqual({ type: 'gue', port: 6080, checksum: 'csum' });
});

it('reads long options, and short ones in every way that popt has', () => {
  const { services } = read(
    '--add-service --tcp-service=10.0.0.4:80 --scheduler lc --persistent --netmask=255.255.0.0',
    '--add-server --tcp-service 10.0.0.4:80 --real-server=10.0.0.21 --masquerading --weight=7 --u-threshold 9 --l-threshold 2',
    '-At10.0.0.4:81 -slc -p5',
    '-at 10.0.0.4:81 -r=10.0.0.21:81 -iw2',
  );
  expect(services).toMatchObject([
    {
      persistence: { timeout: 360, netmask: 16 },
      destinations: [{ port: 80, forwarding: 'masquerading', weight: 7, upperThreshold: 9, lowerThreshold: 2 }],
    },
    {
      scheduler: 'lc',
      persistence: { timeout: 5, netmask: 32 },
      destinations: [{ forwarding: 'tunneling', weight: 2 }],
    },
  ]);
});

it('takes ipvsadm’s own defaults, and says so', () => {
  expect(read('-A -t 10.0.0.4 -p', '-a -t 10.0.0.4 -r 10.0.0.21').notes).toEqual([
    '1 remark default-taken -s wlc',
    '1 remark default-taken -p 360',
    '1 TCP 10.0.0.4:0 wlc persistent 360',
    '2 remark default-taken -g',
    '2 10.0.0.21:0 DR weight 1',
  ]);
});

it('reads a script’s lines, with its variables', () => {
  const { notes } = read(
    '#!/bin/sh',
    '# director',
    'VIP=10.0.0.4; # the site',
    'RIP="10.0.0.21"',
    'PORT=80',
    'PORT=443',
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
    '/sbin/ipvsadm -C',
    `$IPVSADM -A -t $\{VIP}:80 -s rr 2>/dev/null || exit 1`,
    'sudo ipvsadm -a -t $VIP:80 \\',
    '   -r "$RIP:80" -g; ipvsadm -a -t $VIP:80 -r 10.0.0.22:80 -g # the second',
    'ipvsadm -A -t $VIP:$PORT -s rr',
  );
  expect(notes).toEqual([
    '1 left-out comment #!/bin/sh',
    '3 VIP=10.0.0.4; # the site',
    '4 RIP="10.0.0.21"',
    '5 left-out given-twice PORT=80',
    '6 left-out given-twice PORT=443',
    '7 left-out directive-unknown echo 1',
    '8 left-out not-a-rule -C',
    '9 left-out directive-unknown exit 1',
    '9 TCP 10.0.0.4:80 rr',
    '10 10.0.0.21:80 DR weight 1',
    '10 10.0.0.22:80 DR weight 1',
    '11 remark trailing-comment # the second',
    '12 left-out port-unknown 10.0.0.4:$PORT',
  ]);
});

it('reads the rules inside of a script’s ifs and cases', () => {
  const { notes } = read(
    'case $1 in',
    '  start) if ! ipvsadm -A -t 10.0.0.4:80 -s rr; then exit 1; fi',
    '    [ -n "$RIP" ] && { ipvsadm -a -t 10.0.0.4:80 -r $RIP -g; } ;;',
    '    test -x /sbin/ipvsadm && sudo /sbin/ipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21 -g >/dev/null 2>&1 ;;',
    'esac',
  );
  expect(notes.filter((note) => !note.includes('directive-unknown'))).toEqual([
    '2 TCP 10.0.0.4:80 rr',
    '3 left-out address-invalid $RIP',
    '4 10.0.0.21:80 DR weight 1',
  ]);
});

describe('leaves out, with the reason', () => {
  it.each([
    ['-a -t 10.0.0.9:80 -r 10.0.0.21:80', 'left-out destination-without-service 10.0.0.21:80'],
    ['-a -t 10.0.0.4:80', 'left-out value-missing -r'],
    ['-a -t 10.0.0.4:80 -r', 'left-out value-missing -r'],
    ['-a -t 10.0.0.4:80 -r web1.example:80 -g', 'left-out host-name web1.example:80'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.300:80 -g', 'left-out address-invalid 10.0.0.300:80'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.21:nosuch -g', 'left-out port-unknown 10.0.0.21:nosuch'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 70000', 'left-out weight-out-of-range 70000'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w many', 'left-out value-invalid -w many'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -m', 'left-out given-twice --gatewaying --masquerading'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.21:80 -i --tun-type gue', 'left-out value-missing --tun-port'],
    ['-a -t 10.0.0.4:80 -r 10.0.0.21:80 -i --tun-type vxlan', 'left-out value-invalid --tun-type vxlan'],
    ['-A -t 10.0.0.4:80 -s wrr', 'left-out service-twice TCP 10.0.0.4:80'],
    ['-A -t 10.0.0.4:81 -s weighted', 'left-out scheduler-unknown weighted'],
    ['-A -t 10.0.0.4:81 -s rr -s wrr', 'left-out given-twice -s'],
    ['-A -t 10.0.0.4:81 --colour red', 'left-out directive-unknown --colour'],
    ['-A -t 10.0.0.4:81 -s rr oops', 'left-out value-invalid oops'],
    ['-A -t 10.0.0.4:81 -u 10.0.0.4:81 -s rr', 'left-out given-twice --tcp-service --udp-service'],
    ['-A -s rr', 'left-out service-without-address -t, -u, --sctp-service, -f'],
    ['-A -f 0 -s rr', 'left-out fwmark-out-of-range 0'],
    ['-A -f 0x10 -s rr', 'left-out fwmark-out-of-range 0x10'],
    ['-A -t 10.0.0.4:81 -s rr -p 9999999', 'left-out timeout-out-of-range 9999999'],
    ['-A -t 10.0.0.4:81 -s rr -p 10 -M 24', 'left-out netmask-invalid 24'],
    ['-A -t 10.0.0.4:81 -s rr -p 10 -M 255.0.255.0', 'left-out netmask-invalid 255.0.255.0'],
    ['-A -t 10.0.0.4:0 -s rr', 'left-out refused-by-definition port-zero-needs-persistence'],
    ['-A -t 10.0.0.4:81 -s rr -o', 'left-out refused-by-definition one-packet-needs-udp'],
    ['-A -t 10.0.0.4:81 -s sh -b mh-port', 'left-out value-invalid -b mh-port'],
    ['-A -t 10.0.0.4:81 -s rr -p 9 --pe sap', 'left-out value-invalid --pe sap'],
    ['-E -t 10.0.0.4:80 -s wrr', 'left-out not-a-rule -E -t 10.0.0.4:80 -s wrr'],
    ['--start-daemon master', 'left-out no-sync-daemon --start-daemon master'],
    ['--set 900 120', 'left-out value-missing --set'],
    ['--set 900 120 x', 'left-out timeout-out-of-range 900 120 x'],
    [
      '#shoal service key=tcp-10.0.0.9-80 name=web',
      'left-out value-invalid #shoal service key=tcp-10.0.0.9-80 name=web',
    ],
    ['virtual web {', 'left-out directive-unknown virtual web {'],
  ])('%s', (line, note) => {
    expect(after(line)).toEqual([`2 ${note}`]);
  });

  it('flags and masks without effect, but not their service', () => {
    expect(after('-A -t 10.0.0.4:81 -s rr -b flag-1', '-A -t 10.0.0.4:82 -s rr -M 255.0.0.0')).toEqual([
      '2 left-out value-invalid -b flag-1',
      '2 TCP 10.0.0.4:81 rr',
      '3 left-out value-missing -p (-M 255.0.0.0)',
      '3 TCP 10.0.0.4:82 rr',
    ]);
  });
});

it('gives a destination that can’t have a port of its own the service’s, as ipvsadm does', () => {
  expect(after('-a -t 10.0.0.4:80 -r 10.0.0.21:8080 -g')).toEqual([
    '2 remark port-of-service 10.0.0.21:8080 → 80',
    '2 10.0.0.21:80 DR weight 1',
  ]);
});

it('keeps timeouts that a later --set leaves alone', () => {
  const { file } = read('--set 900 0 300', '--set 0 120 0');
  expect(file).toMatchObject({ ok: true, definition: { settings: { timeouts: { tcp: 900, tcpfin: 120, udp: 300 } } } });
});

it('is no file of rules without a rule', () => {
  expect(read('').file).toMatchObject({ ok: false, format: 'ipvsadm-save' });
  expect(read('# nothing').file).toMatchObject({ ok: false });
});

it('never throws, and makes nothing that a definition would refuse', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '-A',
      '-a',
      '-t 10.0.0.4:80',
      '-f 1',
      '-s rr',
      '-s sh',
      '-r 10.0.0.21',
      '-r fd00::1',
      '-p',
      '-M',
      '-o',
    ),
    fc.constantFrom(
      '-b',
      '--pe sip',
      '-m',
      '-i',
      '-w 0',
      '-x 5',
      '-y 7',
      '--tun-type gre',
      '--tun-csum',
      '--set',
      '9',
      '0',
    ),
    fc.constantFrom(
      '#shoal',
      'real-server',
      'service',
      'sysctls',
      'name=a',
      'addresses=10.0.0.1,10.0.0.1',
      'key=fwm-1',
    ),
    fc.string(),
  );
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const file = readIpvsadmSave(lines.join('\n'));
      if (file.ok) expect(definitionSchema.safeParse(file.definition).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('says where it stopped in a file that is too long', () => {
  const { notes } = read(...Array<string>(66_010).fill('-C'));
  expect(notes.at(-1)).toBe('66001 left-out too-many-lines 66000');
});

it('takes a real server’s comment once', () => {
  const { notes } = read(
    '#shoal real-server name=web1 addresses=10.0.0.21',
    '#shoal real-server name=web2 addresses=10.0.0.22,10.0.0.22',
    '#shoal real-server name=web3 addresses=10.0.0.21',
  );
  expect(notes.map((note) => note.split(' ')[1])).toEqual(['#shoal', 'left-out', 'left-out']);
});

it('takes as many services as a definition does', () => {
  const { services, notes } = read(...Array.from({ length: 5003 }, (_, at) => `-A -f ${at + 1} -s rr`));
  expect(services).toHaveLength(5000);
  expect(notes.at(-1)).toMatch(/left-out too-many 5000$/);
});
