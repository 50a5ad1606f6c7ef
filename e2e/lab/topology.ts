import {
  allDirectors,
  clientAddresses,
  clients,
  type Director,
  hostNumber,
  type Namespace,
  type RealServer,
  realServers,
} from './namespaces.ts';

/**
 * The bash script that builds the lab's networks in a freshly booted guest:
 *
 *     c1, c2 ── 10.9.0.0/24, fd09::/64 ── gw ── 10.0.0.0/24, fd00::/64 ── lb1…lb3, rs1…rs4
 *     lb1…lb3, rs1…rs4 ── 10.0.1.0/24, the inside of masquerading; its gateway .254 stands on lb1
 *     everyone but gw ── 10.255.0.0/24, management ── root ── 10.254.0.0/24 ── the host
 *
 * One `ip -batch` for each namespace: a fork costs some 10 ms in the guest. `ip_forward` is set after the namespaces
 * are made, because they inherit it, and a real server that forwards sends a stray packet for a VIP round in circles.
 */
export function topologyScript(): string {
  return [
    'set -e',
    'sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0',
    'sysctl -qw net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.default.send_redirects=0',
    'sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0',
    batch('ip -batch -', wires()),
    ...allDirectors.map((name) => batch(`ip -n ${name} -batch -`, director(name))),
    ...realServers.map((name) => batch(`ip -n ${name} -batch -`, realServer(name))),
    ...clients.map((name) => batch(`ip -n ${name} -batch -`, client(name))),
    batch('ip -n gw -batch -', gateway()),
    'sysctl -qw net.ipv4.ip_forward=1',
    ...[...allDirectors, 'gw'].map(
      (name) => `nsenter --net=/run/netns/${name} sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1`,
    ),
  ].join('\n');
}

function batch(command: string, lines: string[]): string {
  return `${command} <<'END'\n${lines.join('\n')}\nEND`;
}

function wires(): string[] {
  const wire = (machine: Namespace, bridge: string, device: string) => [
    `link add ${machine}-${device} type veth peer name ${device} netns ${machine}`,
    `link set ${machine}-${device} master ${bridge} up`,
  ];
  const servers = [...allDirectors, ...realServers];
  return [
    ...[...servers, ...clients, 'gw'].map((name) => `netns add ${name}`),
    ...['public', 'inside', 'outside', 'manage'].flatMap((bridge) => [
      `link add ${bridge} type bridge forward_delay 0`,
      `link set ${bridge} up`,
    ]),
    'addr add 10.255.0.1/24 dev manage',
    ...servers.flatMap((name) => [
      ...wire(name, 'public', 'eth0'),
      ...wire(name, 'inside', 'eth1'),
      ...wire(name, 'manage', 'mgmt'),
    ]),
    ...clients.flatMap((name) => [...wire(name, 'outside', 'eth0'), ...wire(name, 'manage', 'mgmt')]),
    ...wire('gw', 'public', 'eth0'),
    ...wire('gw', 'outside', 'eth1'),
  ];
}

function managed(name: keyof typeof hostNumber, devices: string[]): string[] {
  return [
    ...['lo', ...devices, 'mgmt'].map((device) => `link set ${device} up`),
    `addr add 10.255.0.${hostNumber[name]}/24 dev mgmt`,
    'route add 10.254.0.0/24 via 10.255.0.1',
  ];
}

function server(name: Director | RealServer): string[] {
  const number = hostNumber[name];
  return [
    ...managed(name, ['eth0', 'eth1']),
    `addr add 10.0.0.${number}/24 dev eth0`,
    `addr add fd00::${number}/64 dev eth0 nodad`,
    `addr add 10.0.1.${number}/24 dev eth1`,
    'route add default via 10.0.0.1',
    'route add default via fd00::1',
  ];
}

function director(name: Director): string[] {
  return [...server(name), ...(name === 'lb1' ? ['addr add 10.0.1.254/24 dev eth1'] : [])];
}

/** Answers from the inside address leave by the director, as masquerading needs; all others by the gateway. */
function realServer(name: RealServer): string[] {
  return [
    ...server(name),
    'route add default via 10.0.1.254 table 100',
    'rule add from 10.0.1.0/24 lookup 100 pref 100',
  ];
}

function client(name: (typeof clients)[number]): string[] {
  const { first, last } = clientAddresses[name];
  const [from, to] = [first, last].map((address) => Number(address.split('.')[3])) as [number, number];
  const row = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [
    ...managed(name, ['eth0']),
    ...row.map((number) => `addr add 10.9.0.${number}/24 dev eth0`),
    `addr add fd09::${from}/64 dev eth0 nodad`,
    'route add default via 10.9.0.1',
    'route add default via fd09::1',
  ];
}

function gateway(): string[] {
  return [
    ...['lo', 'eth0', 'eth1'].map((device) => `link set ${device} up`),
    'addr add 10.0.0.1/24 dev eth0',
    'addr add fd00::1/64 dev eth0 nodad',
    'addr add 10.9.0.1/24 dev eth1',
    'addr add fd09::1/64 dev eth1 nodad',
  ];
}
