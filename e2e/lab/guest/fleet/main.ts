// All real servers of the lab as one process: each listens in its own network namespace.
import { once } from 'node:events';
import { realServers } from '../../namespaces.ts';
import { enterNamespace } from '../enter-namespace.ts';
import { createEchoServer } from './echo-server.ts';
import { createWebServer } from './web-server.ts';

for (const name of realServers) {
  enterNamespace(name);
  for (const port of [80, 443, 3307, 8080]) await once(createWebServer(name).listen(port, '::'), 'listening');
  await once(createEchoServer(name).bind(5353), 'listening');
}
console.log('{"ready":true}');
