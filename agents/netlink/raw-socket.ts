import netlink from 'netlink';
import { NetlinkError } from './netlink-error.ts';
import type { NetlinkReceiver, NetlinkSocket } from './netlink-socket.ts';

const netlinkGeneric = 16;

/**
 * Bytes of a buffer that holds any answer.
 *
 * The kernel makes the parts of a dump as large as the largest buffer that was ever read with, and at least
 * NLMSG_GOODSIZE, which is below 8 KiB for every page size (`netlink_dump` in net/netlink/af_netlink.c). The package
 * makes a new buffer for each read, also for the ones that find nothing, and they live until the next collection: with
 * 32 KiB a large sample takes 100 MB.
 */
const bufferSize = 8192;

/**
 * A socket of the kernel's generic netlink, over the package `netlink`.
 *
 * Only its raw socket is used. Three of its defects end the whole process by SIGABRT and shape this file: an
 * exception inside a listener, an `error` without one, and a receive overflow (the connection keeps the number of
 * unread answers low). By default it peeks at every message, which takes twice the system calls.
 */
export function openRawSocket(receiver: NetlinkReceiver): NetlinkSocket {
  const options = { messagePeeking: false, msgBufferSize: bufferSize };
  // The package's types ask for two more sizes that its code has defaults for.
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
  socket.on('message', (bytes) => guarded(() => void receiver.received(bytes)));
  socket.on('truncatedMessage', () => guarded(() => receiver.failed(NetlinkError.malformed('a message was cut'))));
  socket.on('error', (error) => guarded(() => receiver.failed(error)));
  return {
    // Its default buffer holds 256 unread answers, and one more ends the process.
    mostMessages: 128,
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
