import { constants } from 'node:os';
import koffi from 'koffi';
import { NetlinkError } from './netlink-error.ts';
import type { NetlinkReceiver, NetlinkSocket } from './netlink-socket.ts';

const { EAGAIN, EINTR } = constants.errno;

/** Numbers of `linux/socket.h` and `linux/netlink.h`. */
const family = 16;
const rawSocket = 3;
const closeOnExec = 0o2000000;
const genericNetlink = 16;
const dontWait = 0x40;
const netlinkLevel = 270;
const option = { capAck: 10, extendedAck: 11 } as const;
const socketLevel = 1;
const bufferOption = { sendForce: 32, receiveForce: 33 } as const;

/** Room for 1,000 messages of 200 bytes one way and for an error about each the other way, which the kernel counts as
 * 1 to 2 kB. */
const roomForMany = 4 * 1024 * 1024;
const addressLength = 12;

/** The kernel ends a part of a dump at 32 KiB, whatever the buffer (`netlink_recvmsg` in net/netlink/af_netlink.c). */
const bufferSize = 32_768;

/** Milliseconds until a socket is looked at again whose answer was not there yet. */
const lookAgain = 1;

// The process itself: Node is linked to the C library that the machine has.
const library = koffi.load(null);
const libc = {
  socket: library.func('int socket(int domain, int type, int protocol)'),
  bind: library.func('int bind(int fd, void *address, uint32_t length)'),
  setsockopt: library.func('int setsockopt(int fd, int level, int name, void *value, uint32_t length)'),
  sendto: library.func(
    'intptr_t sendto(int fd, void *bytes, size_t length, int flags, void *address, uint32_t addressLength)',
  ),
  recv: library.func('intptr_t recv(int fd, void *bytes, size_t length, int flags)'),
  close: library.func('int close(int fd)'),
} as const;

/**
 * A socket of the kernel's generic netlink, over the C library.
 *
 * The kernel does what it is sent before `sendto` returns and has its answers ready, so nothing is waited for: sending
 * receives the whole answer too, in one buffer that is used over and over. A large dump takes three system calls for
 * each service, and no turn of the event loop. See docs/decisions/0002-netlink-transport.md.
 */
export function openFfiSocket(receiver: NetlinkReceiver): NetlinkSocket {
  const fd = check('socket', libc.socket(family, rawSocket | closeOnExec, genericNetlink));
  const kernel = Buffer.alloc(addressLength);
  kernel.writeUInt16LE(family);
  check('bind', libc.bind(fd, kernel, addressLength));
  const on = Buffer.from([1, 0, 0, 0]);
  // Asked for, not needed: an old kernel gives errors without a text, and with the whole request.
  for (const name of Object.values(option)) libc.setsockopt(fd, netlinkLevel, name, on, on.length);
  const room = Buffer.alloc(4);
  room.writeUInt32LE(roomForMany);
  // The force is with CAP_NET_ADMIN, which IPVS asks for too.
  const isRoomy = Object.values(bufferOption)
    .map((name) => libc.setsockopt(fd, socketLevel, name, room, room.length))
    .every((result) => result === 0);
  const buffer = Buffer.alloc(bufferSize);
  let open = true;
  let timer: NodeJS.Timeout | null = null;

  const receive = () => {
    timer = null;
    let more = true;
    while (open && more) {
      const length = Number(libc.recv(fd, buffer, bufferSize, dontWait));
      if (length >= 0) more = receiver.received(buffer.subarray(0, length));
      else if (koffi.errno() === EAGAIN) {
        timer = setTimeout(receive, lookAgain);
        return;
      } else if (koffi.errno() !== EINTR) {
        receiver.failed(new NetlinkError('', koffi.errno(), 'recv'));
        return;
      }
    }
  };
  return {
    mostMessages: isRoomy ? 1000 : 128,
    send(bytes) {
      check('sendto', Number(libc.sendto(fd, bytes, bytes.length, 0, kernel, addressLength)));
      receive();
    },
    close() {
      if (!open) return;
      open = false;
      if (timer) clearTimeout(timer);
      libc.close(fd);
    },
  };
}

function check(call: string, result: number): number {
  if (result < 0) throw new NetlinkError('', koffi.errno(), call);
  return result;
}
