import type { ByteWriter } from '../netlink/byte-writer.ts';
import type { Message } from '../netlink/message.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';

const headerLength = 4;

/** Writes `genlhdr`: the family's command and the version of its protocol. */
export function writeGenetlinkHeader(writer: ByteWriter, command: number, version: number): void {
  const at = writer.reserve(headerLength);
  writer.setU8(at, command);
  writer.setU8(at + 1, version);
}

/** Where the attributes of a generic netlink message start. Throws EBADMSG when it has no header. */
export function attributesStart(message: Message): number {
  if (message.end - message.start < headerLength) throw NetlinkError.malformed('a message without its genlhdr');
  return message.start + headerLength;
}

export const commandOf = (message: Message): number => message.bytes.readUInt8(attributesStart(message) - headerLength);
