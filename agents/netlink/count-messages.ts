import { messageFlag } from './message.ts';
import type { OpenNetlinkSocket } from './netlink-socket.ts';

export interface MessageCounts {
  commands: number;
  dumps: number;
  sends: number;
}

/** The same sockets, with all that they send counted: commands and dumps by message, sends by system call. */
export function countMessages(open: OpenNetlinkSocket): { open: OpenNetlinkSocket; counts: MessageCounts } {
  const counts: MessageCounts = { commands: 0, dumps: 0, sends: 0 };
  const counted: OpenNetlinkSocket = (receiver) => {
    const socket = open(receiver);
    return {
      mostMessages: socket.mostMessages,
      close: () => socket.close(),
      send(bytes) {
        counts.sends++;
        for (let at = 0; at + 16 <= bytes.length; at += (bytes.readUInt32LE(at) + 3) & ~3) {
          const isDump = (bytes.readUInt16LE(at + 6) & messageFlag.dump) === messageFlag.dump;
          if (isDump) counts.dumps++;
          else counts.commands++;
        }
        socket.send(bytes);
      },
    };
  };
  return { open: counted, counts };
}
