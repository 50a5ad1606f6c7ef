import { connect, createServer, type NetConnectOpts, type Server } from 'node:net';

/**
 * A server that hands each connection on to another address, byte for byte and both ways, WebSockets included. The
 * address is asked for anew at each connection. When it can't be reached the connection is closed at once, so that the
 * caller sees a console that is down, not one that hangs.
 */
export function createRelay(target: () => NetConnectOpts): Server {
  return createServer({ allowHalfOpen: true }, (caller) => {
    const callee = connect({ ...target(), allowHalfOpen: true });
    caller.pipe(callee);
    callee.pipe(caller);
    caller.on('error', () => callee.destroy());
    callee.on('error', () => caller.destroy());
    caller.on('close', () => callee.destroy());
    callee.on('close', () => caller.destroy());
  });
}
