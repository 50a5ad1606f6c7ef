import type { ServiceKey } from '../../lvs/service-key.ts';
import type { Command } from './parse-command.ts';
import { type RefusedRule, refusedRule } from './read-rule.ts';
import { parseSocketArgument } from './socket-argument.ts';

const names = ['tcp-service', 'udp-service', 'sctp-service', 'fwmark-service'] as const;
const protocolOf = { 'tcp-service': 'TCP', 'udp-service': 'UDP', 'sctp-service': 'SCTP' } as const;

/** The virtual service that `-t`, `-u`, `--sctp-service` or `-f` of a rule name. */
export function readServiceKey({ options }: Command): { readonly ok: true; readonly value: ServiceKey } | RefusedRule {
  const given = names.filter((name) => options.has(name));
  const [name] = given;
  if (!name) return refusedRule('service-without-address', '-t, -u, --sctp-service, -f');
  if (given.length > 1) return refusedRule('given-twice', given.map((one) => `--${one}`).join(' '));
  const text = options.get(name) ?? '';
  if (name === 'fwmark-service') {
    // `ipvsadm -S` prints marks above 2147483647 as negative numbers.
    const mark = /^-?\d{1,10}$/.test(text) ? Number(text) : 0;
    const fwmark = mark < 0 ? mark + 0x1_0000_0000 : mark;
    if (fwmark < 1 || fwmark > 0xffffffff) return refusedRule('fwmark-out-of-range', text);
    return { ok: true, value: { kind: 'fwmark', fwmark, family: options.has('ipv6') ? 'ipv6' : 'ipv4' } };
  }
  const socket = parseSocketArgument(text);
  if (!socket.ok) return socket;
  // Without a port it is every port, which only a persistent service may have.
  return {
    ok: true,
    value: { kind: 'address', protocol: protocolOf[name], address: socket.address, port: socket.port ?? 0 },
  };
}
