import { familyOf } from '../../domain/lvs/address.ts';
import type { DestinationKey } from '../../domain/lvs/destination-key.ts';
import type { ObservedForwardingMethod } from '../../domain/lvs/forwarding-method.ts';
import type { Destination, Tunnel } from '../../domain/lvs/table.ts';
import type { ByteWriter } from '../netlink/byte-writer.ts';
import { familyNumber, writeAddress } from './address-family.ts';
import { destinationAttribute as attribute, topAttribute, tunnelFlag, tunnelType } from './attributes.ts';

/** IP_VS_CONN_F_FWD_MASK's values. */
export const forwardingNumber: Record<ObservedForwardingMethod, number> = {
  masquerading: 0,
  local: 1,
  tunneling: 2,
  'direct-routing': 3,
  bypass: 4,
};

/** Writes the DEST nest that names a destination, as DEL_DEST needs it. */
export function writeDestinationKey(writer: ByteWriter, key: DestinationKey): void {
  writer.nest(topAttribute.DEST, () => writeKey(writer, key));
}

/** Writes the DEST nest of NEW_DEST and SET_DEST. Both replace wholly: a tunnel left out becomes IPIP. */
export function writeDestination(writer: ByteWriter, destination: Destination): void {
  const nest = writer.startNest(topAttribute.DEST);
  writeKey(writer, destination);
  writer.u32(attribute.FWD_METHOD, forwardingNumber[destination.forwarding]);
  writer.u32(attribute.WEIGHT, destination.weight);
  writer.u32(attribute.U_THRESH, destination.upperThreshold);
  writer.u32(attribute.L_THRESH, destination.lowerThreshold);
  if (destination.tunnel && destination.tunnel.type !== 'ipip') writeTunnel(writer, destination.tunnel);
  writer.endNest(nest);
}

function writeKey(writer: ByteWriter, key: DestinationKey): void {
  writeAddress(writer, attribute.ADDR, key.address);
  writer.be16(attribute.PORT, key.port);
  // Without it the kernel takes the service's family, which a mixed tunnel doesn't have.
  writer.u16(attribute.ADDR_FAMILY, familyNumber[familyOf(key.address)]);
}

function writeTunnel(writer: ByteWriter, tunnel: Exclude<Tunnel, { type: 'ipip' }>): void {
  writer.u8(attribute.TUN_TYPE, tunnelType[tunnel.type]);
  if (tunnel.type === 'gue') writer.be16(attribute.TUN_PORT, tunnel.port);
  writer.u16(attribute.TUN_FLAGS, tunnel.checksum === 'nocsum' ? 0 : tunnelFlag[tunnel.checksum]);
}
