import netlink from 'netlink';
import { NetlinkError } from './netlink-error.ts';
import type { NetlinkReceiver, NetlinkSocket } from './netlink-socket.ts';

const netlinkGeneric = 16;

/** The kernel ends a part of a dump at 32 KiB (`max_recvmsg_len` in net/netlink/af_netlink.c). */
const dumpPart = 32_768;

/**
 * A socket of the kernel's generic netlink, over the package `netlink`.
 *
 * Only its raw socket is used. Three of its defects end the whole process by SIGABRT and shape this file: an
 * exception inside a listener, an `error` without one, and a receive overflow (the connection keeps the number of
 * unread answers low). It peeks at every message by default, which doubles the system calls of a dump.
 */
export function openRawSocket(purpose: 'commands' | 'dumps', receiver: NetlinkReceiver): NetlinkSocket {
  const options = purpose === 'dumps' ? { messagePeeking: false, msgBufferSize: dumpPart } : {};
  // The package's types ask for buffer sizes that its code has defaults for.
  const socket = new netlink.RawNetlinkSocket(
    netlinkGeneric,
    options as ConstructorParameters<typeof netlink.RawNetlinkSocket>[1],
  );
  let open = true;
  const guarded = (call: () => void) => {
    if (!open) return;
    try {
      call();
    } catch (error) {
      open = false;
      setImmediate(() => socket.close());
      receiver.failed(error instanceof Error ? error : new Error(String(error)));
    }
  };
  socket.on('message', (bytes) => guarded(() => receiver.received(bytes)));
  socket.on('truncatedMessage', () => guarded(() => receiver.failed(NetlinkError.malformed('a message was cut'))));
  socket.on('error', (error) => guarded(() => receiver.failed(error)));
  return {
    send(bytes) {
      socket.send(bytes, undefined, (error) => {
        if (error) guarded(() => receiver.failed(error));
      });
    },
    close() {
      if (!open) return;
      open = false;
      // Closing inside one of its own callbacks leaves the package's write queue stuck.
      setImmediate(() => socket.close());
    },
  };
}
