import type { Address } from '../../lvs/address.ts';
import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import type { ServiceKey } from '../../lvs/service-key.ts';
import { addressOf } from '../address-of.ts';
import type { BlockReader } from './block-reader.ts';

/** A virtual block's key, if it has one, and the port of its servers that have none of their own. */
export interface VirtualKey {
  readonly key: ServiceKey | undefined;
  readonly port: number;
}

/** Reads `fwmark`, or `protocol`, `address` and `port`. With a mark, the address is only what Piranha would set up. */
export function readVirtualKey(reader: BlockReader, forwarding: ForwardingMethod | null): VirtualKey {
  const fwmark = reader.number('fwmark', 0);
  const protocol = readProtocol(reader);
  const port = reader.port('port', 80);
  if (fwmark === 0) {
    const address = readAddress(reader);
    if (!reader.get('port')) reader.takeDefault('port = 80');
    return { key: address && protocol && { kind: 'address', protocol, address, port }, port };
  }
  const protocolAt = reader.get('protocol');
  if (protocolAt) reader.leaveOut(protocolAt, 'not-in-effect');
  const addressAt = reader.get('address');
  if (addressAt) reader.leaveOut(addressAt, 'no-virtual-address-set-up');
  return { key: { kind: 'fwmark', fwmark, family: 'ipv4' }, port: markedPort(reader, port, forwarding) };
}

/** Where packets with a mark go: masquerading writes the port into them, Piranha's own 80 too; the others keep theirs. */
function markedPort(reader: BlockReader, port: number, forwarding: ForwardingMethod | null): number {
  const at = reader.get('port');
  if (forwarding === 'masquerading') {
    if (!at) reader.takeDefault('port = 80');
    return port;
  }
  if (at) reader.leaveOut(at, 'not-in-effect');
  return 0;
}

function readProtocol(reader: BlockReader): 'TCP' | 'UDP' | undefined {
  const at = reader.get('protocol');
  const word = (reader.word('protocol') ?? 'tcp').toUpperCase();
  if (word === 'TCP' || word === 'UDP') return word;
  if (at) reader.fault(at, 'protocol-unknown');
  return undefined;
}

/** `address = VIP DEVICE`: the device is where Piranha puts the VIP. */
function readAddress(reader: BlockReader): Address | undefined {
  const at = reader.get('address');
  if (!at) return undefined;
  const [word = '', device, ...more] = at.values;
  const parsed = addressOf(word);
  if (!parsed.ok) reader.fault(at, parsed.code);
  else if (more.length > 0) reader.fault(at, 'value-invalid');
  else if (device) reader.leaveOut(at, 'no-virtual-address-set-up', device);
  return parsed.ok ? parsed.address : undefined;
}
