import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import { type Tunnel, tunnelChecksums } from '../../lvs/table.ts';
import { portOf } from '../service-ports.ts';

/** How packets reach a real server, as `lvs_method` of keepalived.conf(5) says it. */
export interface Forwarding {
  readonly method: ForwardingMethod;
  readonly tunnel: Tunnel | null;
}

const methods: Readonly<Record<string, ForwardingMethod>> = {
  NAT: 'masquerading',
  DR: 'direct-routing',
  TUN: 'tunneling',
};

/** The method that the words behind `lvs_method` name, in capitals as keepalived wants them; undefined for others. */
export function parseForwarding([word = '', ...options]: readonly string[]): Forwarding | undefined {
  const method = Object.hasOwn(methods, word) ? methods[word] : undefined;
  if (!method) return undefined;
  if (method !== 'tunneling' || options.length === 0) return { method, tunnel: null };
  const tunnel = parseTunnel(options);
  return tunnel && { method, tunnel };
}

/** `[type {ipip|gue port NUM|gre}] [nocsum|csum|remcsum]`; undefined for what keepalived refuses. */
function parseTunnel(options: readonly string[]): Tunnel | undefined {
  const rest = [...options];
  let type = 'ipip';
  let port: number | undefined;
  let checksum: (typeof tunnelChecksums)[number] | undefined;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const known = tunnelChecksums.find((one) => one === word);
    if (known) checksum = known;
    else if (word === 'type') type = rest.shift() ?? '';
    else if (word === 'port') port = portOf(rest.shift() ?? '');
    else return undefined;
  }
  if (type === 'ipip') return port === undefined && checksum === undefined ? { type } : undefined;
  if (type === 'gue') return port ? { type, port, checksum: checksum ?? 'nocsum' } : undefined;
  if (type !== 'gre' || checksum === 'remcsum' || port !== undefined) return undefined;
  return { type, checksum: checksum ?? 'nocsum' };
}

const words: Record<ForwardingMethod, string> = { masquerading: 'NAT', 'direct-routing': 'DR', tunneling: 'TUN' };

/** `NAT`, `DR`, `TUN`, `TUN type gue port 6080 csum`: what `parseForwarding` reads as the same. */
export function forwardingWords({ method, tunnel }: Forwarding): string {
  if (!tunnel) return words[method];
  const port = tunnel.type === 'gue' ? ` port ${tunnel.port}` : '';
  const checksum = tunnel.type === 'ipip' ? '' : ` ${tunnel.checksum}`;
  return `${words[method]} type ${tunnel.type}${port}${checksum}`;
}
