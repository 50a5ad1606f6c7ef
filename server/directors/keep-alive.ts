import type { WebSocket } from 'ws';

/** Milliseconds between two looks: a link that is silent over two of them is ended, within 6 s of the last word. */
const lookEvery = 2_500;

/** Pings a socket, and ends it when neither an answer nor anything else comes back. */
export function keepAlive(socket: WebSocket, silent: () => void): void {
  let heard = true;
  const hear = () => {
    heard = true;
  };
  const look = () => {
    // While the console takes its time with a message it doesn't read the next, nor the answer to a ping.
    if (socket.isPaused) return;
    if (!heard) {
      silent();
      socket.terminate();
      return;
    }
    heard = false;
    socket.ping();
  };
  // After a look at the network: a console that was busy for seconds has its timers due before it reads what has come.
  const timer = setInterval(() => setImmediate(() => setImmediate(look)), lookEvery);
  socket.on('pong', hear);
  socket.on('message', hear);
  socket.on('close', () => clearInterval(timer));
}
