import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import type { DraftDestination } from '../draft-service.ts';
import type { Refusal } from '../refusals.ts';
import { parseSocketArgument } from './socket-argument.ts';

/** ipvsadm.c, `fwd_name`; Local and Bypass are the kernel's own, and nothing that one can ask for. */
const methods: Readonly<Record<string, ForwardingMethod>> = {
  Route: 'direct-routing',
  Tunnel: 'tunneling',
  Masq: 'masquerading',
};

type Listed =
  | { readonly ok: true; readonly value: Omit<DraftDestination, 'line' | 'lastLine'> }
  | ({ readonly ok: false } & Refusal);

/** What a line such as `  -> 10.0.0.21:80   Route   1   5   10` says. */
export function readListedDestination(line: string): Listed {
  const [, target = '', forward = '', weight = ''] = line.trim().split(/\s+/);
  const socket = parseSocketArgument(target);
  if (!socket.ok) return socket;
  const forwarding = Object.hasOwn(methods, forward) ? methods[forward] : undefined;
  if (!forwarding) return { ok: false, code: 'forwarding-unknown', about: line.trim() };
  if (!/^\d{1,10}$/.test(weight)) return { ok: false, code: 'weight-out-of-range', about: line.trim() };
  const { address, port } = socket;
  return { ok: true, value: { serverName: null, address, port: port ?? 0, forwarding, weight: Number(weight) } };
}
