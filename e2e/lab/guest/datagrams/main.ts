// Datagrams to one virtual service, from the network namespace it is started in, until it is killed: each sender is one
// socket that keeps its source port.
import { createSocket } from 'node:dgram';
import type { DatagramSettings } from '../../start-datagrams.ts';

const { target, senders } = JSON.parse(process.argv[2] ?? '') as DatagramSettings;
for (const { source, perSecond } of senders) {
  const socket = createSocket('udp4');
  // The answers come from the real server's own address; nobody waits for them.
  socket.on('error', (error) => console.error(error.message));
  socket.bind({ address: source }, () => {
    setInterval(() => socket.send('where?', target.port, target.host), 1000 / perSecond);
  });
}
