import { expect, it } from 'vitest';
import { hasContent, recognise } from './recognise.ts';

it.each([
  ['shoal-json', '\n{\n  "services": []\n}'],
  ['shoal-json', '{}'],
  ['shoal-yaml', '# ours\nshoal: 1\nservices:\n  - name: web'],
  ['ipvsadm-save', '-A -t 192.0.2.1:80 -s wlc\n-a -t 192.0.2.1:80 -r 10.0.0.1:80 -g -w 1'],
  ['ipvsadm-save', '#!/bin/sh\n/sbin/ipvsadm -A -t 192.0.2.1:80 -s wlc'],
  ['ipvsadm-listing', 'IP Virtual Server version 1.2.1 (size=4096)'],
  ['ipvsadm-listing', 'TCP  192.0.2.1:80 wlc\n  -> 10.0.0.1:80      Masq    1      0          0'],
  ['ipvsadm-save', 'VIP=192.0.2.1\n$IPVSADM --add-service --tcp-service $VIP:80'],
  ['keepalived', '! Configuration File for keepalived\nglobal_defs {\n}\nvirtual_server 192.0.2.1 80 {\n'],
  ['keepalived', 'vrrp_instance one {\n}\n'],
  ['lvs-cf', 'serial_no = 1\nvirtual web {\n'],
  ['lvs-cf', 'virtual web {\n active = 1\n server one {\n'],
  ['ldirectord', 'checktimeout=3\nvirtual=192.0.2.1:80\n\treal=10.0.0.1:80 gate'],
  ['ldirectord', 'virtual6=[2001:db8::1]:80\n'],
  ['ldirectord', 'virtual = 1\nreal = 10.0.0.1 masq'],
] as const)('%s by its content: %s', (format, text) => {
  expect(recognise(text)).toBe(format);
});

it('keepalived’s blocks in a file that begins as an lvs.cf', () => {
  const text =
    'serial_no = 48\nglobal_defs  {\n router_id LVS_DEVEL\n}\nvirtual_server 192.0.2.6 23 {\n lb_algo wrr\n}';
  expect(recognise(text)).toBe('keepalived');
});

it.each(['', 'hello\nworld', '{{{{', '<html></html>', '[1, 2]'])('none of them: %s', (text) => {
  expect(recognise(text)).toBeNull();
});

it('knows blanks and comments from content', () => {
  expect(hasContent(' \n# a\n! b\n\n')).toBe(false);
  expect(hasContent('# a\nb')).toBe(true);
  expect(hasContent('#shoal service name=web')).toBe(true);
});
