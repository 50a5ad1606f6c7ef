import { createSocket, type Socket } from 'node:dgram';

/**
 * A real server's UDP server: it answers each datagram with the server's name and the datagram. Its answers come from
 * the real server's own address, so they reach a client through masquerading, and directly where it asks no more.
 */
export function createEchoServer(name: string): Socket {
  const socket = createSocket('udp4');
  socket.on('message', (message, sender) => socket.send(`${name} ${message.toString()}`, sender.port, sender.address));
  socket.on('error', (error) => console.error(`${name}: ${error.message}`));
  return socket;
}
