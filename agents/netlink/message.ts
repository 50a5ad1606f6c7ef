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

/** Starts a message with its header and gives what `endMessage` needs. nlmsg_pid is left to the kernel. */
export function startMessage(writer: ByteWriter, type: number, flags: number, sequence: number): number {
  const start = writer.reserve(headerLength);
  writer.setU16(start + 4, type);
  writer.setU16(start + 6, flags);
  writer.setU32(start + 8, sequence);
  return start;
}

/** Ends a message. Attributes are padded, so that the next one starts where it must. */
export const endMessage = (writer: ByteWriter, start: number): void => writer.setU32(start, writer.length - start);

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
