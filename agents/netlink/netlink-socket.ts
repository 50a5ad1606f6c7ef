/**
 * A netlink socket as bytes, and nothing more: the seam that a fake kernel or another transport stands behind.
 *
 * Receiving must not throw into the transport; `NetlinkConnection` sees to it.
 */
export interface NetlinkSocket {
  send(bytes: Buffer): void;
  /** Ends the socket. Nothing is received after it. */
  close(): void;
}

export interface NetlinkReceiver {
  /** One datagram, which holds one or more whole messages. */
  received(bytes: Buffer): void;
  /** The socket can't be used any longer: answers were lost or cut, or sending failed. */
  failed(error: Error): void;
}

/** Opens a socket of generic netlink for commands, or for dumps, whose answers come in parts of up to 32 KiB. */
export type OpenNetlinkSocket = (purpose: 'commands' | 'dumps', receiver: NetlinkReceiver) => NetlinkSocket;
