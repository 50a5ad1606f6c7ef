import type { OpenNetlinkSocket } from './netlink-socket.ts';

/**
 * The fastest way to this machine's netlink: through the C library where `koffi` has an addon for the machine, else
 * through the package `netlink`. Throws when neither has one.
 */
export async function systemSocket(): Promise<OpenNetlinkSocket> {
  try {
    return (await import('./ffi-socket.ts')).openFfiSocket;
  } catch {
    return (await import('./raw-socket.ts')).openRawSocket;
  }
}
