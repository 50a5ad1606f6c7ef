import { constants } from 'node:os';

const { EBADMSG, ENOBUFS, ETIMEDOUT } = constants.errno;

/** What a command on a netlink socket came to when it failed: the kernel's errno, or one of ours for the socket. */
export class NetlinkError extends Error {
  override readonly name = 'NetlinkError';
  /** As `ip_vs.h` names it, such as NEW_SERVICE; empty while a codec throws and doesn't know it. */
  readonly command: string;
  readonly errno: number;
  /** `EEXIST`, `ESRCH`… */
  readonly errnoName: string;
  /** The kernel's own text, where it gave one. */
  readonly extendedAck: string | null;

  constructor(command: string, errno: number, extendedAck: string | null = null) {
    const errnoName = nameOf(errno);
    super(`${command}${command && ': '}${errnoName}${extendedAck ? ` (${extendedAck})` : ''}`);
    this.command = command;
    this.errno = errno;
    this.errnoName = errnoName;
    this.extendedAck = extendedAck;
  }

  /** EBADMSG: the bytes are not what the protocol says. */
  static malformed(detail: string): NetlinkError {
    return new NetlinkError('', EBADMSG, detail);
  }

  /** ETIMEDOUT: the kernel did not answer in time. */
  static timeout(command: string, milliseconds: number): NetlinkError {
    return new NetlinkError(command, ETIMEDOUT, `no answer in ${milliseconds} ms`);
  }

  /** ENOBUFS: the kernel dropped answers that were not read in time. */
  static overrun(command: string): NetlinkError {
    return new NetlinkError(command, ENOBUFS, 'answers were lost');
  }

  /** The same error, told by the command that met it. */
  of(command: string): NetlinkError {
    return this.command ? this : new NetlinkError(command, this.errno, this.extendedAck);
  }
}

/** Names by number, of all that Linux has; where two share one (EAGAIN and EWOULDBLOCK), the first that it lists. */
const names = new Map(
  Object.entries(constants.errno)
    .toReversed()
    .map(([name, number]) => [number as number, name]),
).set(constants.errno.EOPNOTSUPP, 'EOPNOTSUPP');

const nameOf = (errno: number): string => names.get(errno) ?? `errno ${errno}`;
