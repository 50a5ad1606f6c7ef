import { socketText } from '../../lvs/address.ts';
import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import { type Tunnel, type TunnelChecksum, tunnelChecksums } from '../../lvs/table.ts';
import type { DraftDestination } from '../draft-service.ts';
import { type Lines, leftOut, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import type { Command } from './parse-command.ts';
import { type ReadRule, refusedRule } from './read-rule.ts';
import { parseSocketArgument } from './socket-argument.ts';

const forwardingOptions = [
  ['gatewaying', 'direct-routing'],
  ['ipip', 'tunneling'],
  ['masquerading', 'masquerading'],
] as const;

/** The destination of an `-a` rule of this service. */
export function readRuleDestination(command: Command, service: ServiceKey, at: Lines): ReadRule<DraftDestination> {
  const { options } = command;
  const server = options.get('real-server');
  if (server === undefined) return refusedRule('value-missing', '-r');
  const socket = parseSocketArgument(server);
  if (!socket.ok) return socket;
  const given = forwardingOptions.filter(([option]) => options.has(option));
  if (given.length > 1) return refusedRule('given-twice', given.map(([option]) => `--${option}`).join(' '));
  const forwarding: ForwardingMethod = given[0]?.[1] ?? 'direct-routing';
  const numbers = readNumbers(command);
  if (!numbers.ok) return numbers;
  const tunnel = readTunnel(command, forwarding, at);
  if (!tunnel.ok) return tunnel;
  const notes: Note[] = [...tunnel.notes];
  if (given.length === 0) notes.push(remark(at, 'default-taken', '-g'));
  const servicePort = service.kind === 'address' ? service.port : 0;
  let port = socket.port ?? servicePort;
  if (service.kind === 'address' && forwarding !== 'masquerading' && port !== servicePort) {
    // As ipvsadm does it (process_options): direct routing and tunneling can't change the port.
    notes.push(remark(at, 'port-of-service', `${socketText(socket.address, port)} → ${servicePort}`));
    port = servicePort;
  }
  const { address } = socket;
  return {
    ok: true,
    value: { ...at, serverName: null, address, port, forwarding, ...numbers.value, tunnel: tunnel.value },
    notes,
  };
}

type Numbers = Required<Pick<DraftDestination, 'weight' | 'upperThreshold' | 'lowerThreshold'>>;

function readNumbers({ options }: Command): ReadRule<Numbers> {
  const value = { weight: 1, upperThreshold: 0, lowerThreshold: 0 };
  for (const [option, field, short] of [
    ['weight', 'weight', '-w'],
    ['u-threshold', 'upperThreshold', '-x'],
    ['l-threshold', 'lowerThreshold', '-y'],
  ] as const) {
    const text = options.get(option);
    if (text === undefined) continue;
    if (!/^\d{1,15}$/.test(text)) return refusedRule('value-invalid', `${short} ${text}`);
    value[field] = Number(text);
  }
  return { ok: true, value, notes: [] };
}

/** The type of a tunnel; null where none is written, which is IPIP. */
function readTunnel({ options }: Command, forwarding: ForwardingMethod, at: Lines): ReadRule<Tunnel | null> {
  const tunnelOptions = [...options.keys()].filter((name) => name.startsWith('tun-'));
  if (tunnelOptions.length === 0) return { ok: true, value: null, notes: [] };
  const written = tunnelOptions.map((name) => `--${name} ${options.get(name) ?? ''}`.trim()).join(' ');
  if (forwarding !== 'tunneling') return { ok: true, value: null, notes: [leftOut(at, 'value-invalid', written)] };
  const type = options.get('tun-type') ?? 'ipip';
  const checksums = tunnelChecksums.filter((checksum) => options.has(`tun-${checksum}`));
  const checksum: TunnelChecksum = checksums[0] ?? 'nocsum';
  const port = options.get('tun-port');
  const tunnel = (value: Tunnel): ReadRule<Tunnel> => ({ ok: true, value, notes: [] });
  if (checksums.length > 1) return refusedRule('given-twice', written);
  if (type === 'gue') {
    if (port === undefined) return refusedRule('value-missing', '--tun-port');
    if (!/^\d{1,5}$/.test(port)) return refusedRule('value-invalid', `--tun-port ${port}`);
    return tunnel({ type, port: Number(port), checksum });
  }
  if (type === 'gre' && checksum !== 'remcsum' && port === undefined) return tunnel({ type, checksum });
  if (type === 'ipip' && checksums.length === 0 && port === undefined) return tunnel({ type });
  return refusedRule('value-invalid', written);
}
