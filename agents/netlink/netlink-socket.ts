/**
 * A netlink socket as bytes, and nothing more: the seam that a fake kernel or another transport stands behind.
 *
 * Receiving must not throw into the transport; `NetlinkConnection` sees to it.
 */
export interface NetlinkSocket {
  /** Most messages in one send, so that its buffer holds the answers if each of them fails. */
  readonly mostMessages: number;
  /** Sends the bytes, which may be used for something else after it. Answers may come before it returns. */
  send(bytes: Buffer): void;
  /** Ends the socket. Nothing is received after it. */
  close(): void;
}

export interface NetlinkReceiver {
  /**
   * One datagram, which holds one or more whole messages. The bytes are the receiver's during the call only. Gives
   * whether more is expected.
   */
  received(bytes: Buffer): boolean;
  /** The socket can't be used any longer: answers were lost or cut, or sending failed. */
  failed(error: Error): void;
}

/** Opens a socket of generic netlink. */
export type OpenNetlinkSocket = (receiver: NetlinkReceiver) => NetlinkSocket;
