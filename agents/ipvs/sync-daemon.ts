import { type Address, addressBytes, addressFromBytes, familyOf } from '../../domain/lvs/address.ts';
import type { SyncDaemon } from '../../domain/observation/observation.ts';
import type { ByteWriter } from '../netlink/byte-writer.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { daemonAttribute as attribute, namesOf, topAttribute } from './attributes.ts';

/** A sync daemon with where it sends; what is null is the kernel's own choice. */
export interface SyncDaemonConfig extends SyncDaemon {
  /** Most bytes of a datagram. */
  readonly maximumLength: number | null;
  readonly group: Address | null;
  readonly port: number | null;
  readonly ttl: number | null;
}

const stateNumber = { master: 1, backup: 2 } as const;
const names = namesOf(attribute, 'DAEMON');

/** Writes the DAEMON nest of NEW_DAEMON. */
export function writeDaemon(writer: ByteWriter, daemon: SyncDaemonConfig): void {
  writer.nest(topAttribute.DAEMON, () => {
    writer.u32(attribute.STATE, stateNumber[daemon.state]);
    writer.text(attribute.MCAST_IFN, daemon.interface);
    writer.u32(attribute.SYNC_ID, daemon.syncId);
    if (daemon.maximumLength !== null) writer.u16(attribute.SYNC_MAXLEN, daemon.maximumLength);
    if (daemon.group !== null) {
      const type = familyOf(daemon.group) === 'ipv6' ? attribute.MCAST_GROUP6 : attribute.MCAST_GROUP;
      writer.binary(type, addressBytes(daemon.group));
    }
    // In host order, unlike the ports of services and destinations.
    if (daemon.port !== null) writer.u16(attribute.MCAST_PORT, daemon.port);
    if (daemon.ttl !== null) writer.u8(attribute.MCAST_TTL, daemon.ttl);
  });
}

/** Writes the DAEMON nest of DEL_DAEMON. */
export function writeDaemonState(writer: ByteWriter, state: SyncDaemon['state']): void {
  writer.nest(topAttribute.DAEMON, () => writer.u32(attribute.STATE, stateNumber[state]));
}

/** The daemon of a DAEMON nest. Throws EBADMSG with the attribute's name when one is missing or cut short. */
export function readDaemon(bytes: Buffer, start: number, end: number): SyncDaemonConfig {
  const reader = new AttributeReader(bytes, names);
  let state: SyncDaemon['state'] | undefined;
  let interfaceName: string | undefined;
  let syncId: number | undefined;
  let maximumLength: number | null = null;
  let group: Address | null = null;
  let port: number | null = null;
  let ttl: number | null = null;
  readAttributes(bytes, start, end, (type, at, length) => {
    switch (type) {
      case attribute.STATE:
        state = reader.u32(type, at, length) === stateNumber.master ? 'master' : 'backup';
        break;
      case attribute.MCAST_IFN:
        interfaceName = reader.text(type, at, length);
        break;
      case attribute.SYNC_ID:
        syncId = reader.u32(type, at, length);
        break;
      case attribute.SYNC_MAXLEN:
        maximumLength = reader.u16(type, at, length);
        break;
      case attribute.MCAST_GROUP:
        group = addressFromBytes(reader.binary(type, at, length, 4));
        break;
      case attribute.MCAST_GROUP6:
        group = addressFromBytes(reader.binary(type, at, length, 16));
        break;
      case attribute.MCAST_PORT:
        port = reader.u16(type, at, length);
        break;
      case attribute.MCAST_TTL:
        ttl = reader.u8(type, at, length);
        break;
    }
  });
  if (state === undefined || interfaceName === undefined || syncId === undefined)
    throw NetlinkError.malformed('DAEMON without its STATE, MCAST_IFN or SYNC_ID');
  return { state, interface: interfaceName, syncId, maximumLength, group, port, ttl };
}
