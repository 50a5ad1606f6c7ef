import type { ByteWriter } from './byte-writer.ts';
import { NetlinkError } from './netlink-error.ts';
import { readAttributes } from './read-attributes.ts';

/** `nlmsghdr.nlmsg_type` below the families' own, of `linux/netlink.h`. */
export const messageType = { noop: 1, error: 2, done: 3, overrun: 4 } as const;

/** `nlmsghdr.nlmsg_flags`, of `linux/netlink.h`; the last two are set on errors alone. */
export const messageFlag = {
  request: 0x1,
  multi: 0x2,
  ack: 0x4,
  dump: 0x300,
  capped: 0x100,
  ackAttributes: 0x200,
} as const;

const headerLength = 16;
/** NLMSGERR_ATTR_MSG. */
const ackText = 1;

/** One netlink message inside a received buffer; its payload is between two offsets of `bytes`. */
export interface Message {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Writes one message: the header, then what `write` adds. Gives the offset of the header, for `addFlags`. */
export function writeMessage(
  writer: ByteWriter,
  header: { readonly type: number; readonly flags: number; readonly sequence: number },
  write: (writer: ByteWriter) => void,
): number {
  const at = writer.reserve(headerLength);
  writer.setU16(at + 4, header.type);
  writer.setU16(at + 6, header.flags);
  writer.setU32(at + 8, header.sequence);
  // nlmsg_pid stays 0: the kernel answers the socket, whatever is written here.
  write(writer);
  writer.setU32(at, writer.length - at);
  // Attributes are padded already, so that the next message starts aligned.
  return at;
}

export const setFlags = (writer: ByteWriter, at: number, flags: number): void => writer.setU16(at + 6, flags);

/** The messages of one received buffer. Throws EBADMSG when one leaves the buffer. */
export function splitMessages(bytes: Buffer): Message[] {
  const messages: Message[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.length - at < headerLength ? 0 : bytes.readUInt32LE(at);
    if (length < headerLength || at + length > bytes.length)
      throw NetlinkError.malformed(`a message at byte ${at} leaves its buffer of ${bytes.length}`);
    messages.push({
      type: bytes.readUInt16LE(at + 4),
      flags: bytes.readUInt16LE(at + 6),
      sequence: bytes.readUInt32LE(at + 8),
      bytes,
      start: at + headerLength,
      end: at + length,
    });
    at += (length + 3) & ~3;
  }
  return messages;
}

/**
 * The outcome that an ERROR or DONE message tells: null for success, or the errno with the kernel's own text.
 *
 * A DONE ends a dump and may carry an errno too, which many readers overlook.
 */
export function outcomeOf(message: Message, command: string): NetlinkError | null {
  const { bytes, start, end, type, flags } = message;
  if (end - start < 4) {
    if (type === messageType.done) return null;
    throw NetlinkError.malformed('an ERROR without an errno').of(command);
  }
  const errno = -bytes.readInt32LE(start);
  if (errno === 0) return null;
  return new NetlinkError(command, errno, flags & messageFlag.ackAttributes ? extendedAck(message) : null);
}

/** After an ERROR's errno comes the request, or its header alone when capped; then the attributes. */
function extendedAck({ bytes, start, end, type, flags }: Message): string | null {
  let at = start + 4;
  if (type === messageType.error) {
    if (end - at < headerLength) return null;
    const request = flags & messageFlag.capped ? headerLength : bytes.readUInt32LE(at);
    at += (request + 3) & ~3;
  }
  let text: string | null = null;
  readAttributes(bytes, at, end, (attribute, value, length) => {
    if (attribute === ackText) text = bytes.toString('utf8', value, value + Math.max(0, length - 1));
  });
  return text;
}
