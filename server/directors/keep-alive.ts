import type { WebSocket } from 'ws';

/** Milliseconds between two looks: a link that is silent over two of them is ended, within 6 s of the last word. */
const lookEvery = 2_500;

/** Pings a socket, and ends it when neither an answer nor anything else comes back. */
export function keepAlive(socket: WebSocket, silent: () => void): void {
  let heard = true;
  const hear = () => {
    heard = true;
  };
  const timer = setInterval(() => {
    if (!heard) {
      silent();
      socket.terminate();
      return;
    }
    heard = false;
    socket.ping();
  }, lookEvery);
  socket.on('pong', hear);
  socket.on('message', hear);
  socket.on('close', () => clearInterval(timer));
}
