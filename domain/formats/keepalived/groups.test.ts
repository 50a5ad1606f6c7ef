import { expect, it } from 'vitest';
import { readKeepalived } from './read-keepalived.ts';
import { remarksOf, tableOf } from './read-table.example.ts';

it('makes a service of each address and mark of a group', () => {
  const text = `virtual_server_group ALL {
  10.0.1.250-251 80
  10.0.2.255-10.0.3.0 81 # two
  10.0.4.4/31 82
  fd00::f-10 83
  fwmark 5
  fwmark 6 inet6
  10.0.5.9-3 80
  web.example.com 80
}
virtual_server_group UNUSED {
  10.0.9.9 80
}
virtual_server group ALL {
  lb_algo rr
  lb_kind TUN
  protocol TCP
  real_server 10.0.0.21 80 {
  }
}
`;
  expect(tableOf(text).filter((line) => !line.startsWith(' '))).toEqual([
    'TCP 10.0.1.250:80 rr',
    'TCP 10.0.1.251:80 rr',
    'TCP 10.0.2.255:81 rr',
    'TCP 10.0.3.0:81 rr',
    'TCP 10.0.4.4:82 rr',
    'TCP 10.0.4.5:82 rr',
    'TCP [fd00::f]:83 rr',
    'TCP [fd00::10]:83 rr',
    'FWM 5 rr',
    'FWM 6 IPv6 rr',
  ]);
  expect(
    tableOf(text)
      .filter((line) => line.startsWith(' '))
      .sort(),
  ).toEqual([0, 0, 80, 80, 81, 81, 82, 82, 83, 83].map((port) => `  10.0.0.21:${port} TUN weight 1`));
  expect(remarksOf(text)).toEqual([
    '3–3 comment # two',
    '8–8 address-invalid 10.0.5.9-3 80',
    '9–9 host-name web.example.com 80',
    '11–13 not-in-effect virtual_server_group UNUSED',
    '18–18 port-of-service 10.0.0.21:80 → 81',
    '18–18 port-of-service 10.0.0.21:80 → 82',
    '18–18 port-of-service 10.0.0.21:80 → 83',
    '18–18 port-of-service 10.0.0.21:80 → 0',
  ]);
});

it('ends groups that would make more than a definition holds', () => {
  const text = `virtual_server_group NET {\n10.0.0.0/19 80\n10.2.0.0/20 80\n}\n${'virtual_server group NET {\nlb_algo rr\nlb_kind DR\nprotocol TCP\n}\n'.repeat(2)}`;
  const read = readKeepalived(text);
  expect(read.ok && read.definition.services).toHaveLength(4096);
  expect(remarksOf(text)).toEqual(expect.arrayContaining(['2–2 too-many 5000', '10–14 too-many 904']));
});

it('finds the family of a mark as keepalived does', () => {
  const mark = (lines: string, ...servers: string[]) =>
    tableOf(
      `virtual_server fwmark 1 {\nlb_algo rr\nlb_kind TUN\n${lines}\n${servers.map((to) => `real_server ${to} {\n}\n`).join('')}}`,
    )[0];
  expect(mark('', 'fd00::1')).toBe('FWM 1 IPv6 rr');
  expect(mark('', 'fd00::1', '10.0.0.1')).toBe('FWM 1 rr');
  expect(mark('ip_family inet6', '10.0.0.1')).toBe('FWM 1 IPv6 rr');
  expect(mark('lb_kind NAT', 'fd00::1', 'fd00::2')).toBe('FWM 1 IPv6 rr');
  expect(mark('persistence_granularity 64', '10.0.0.1')).toBe('FWM 1 IPv6 rr persistent 360 mask 64');
});
