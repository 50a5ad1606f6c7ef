import { createServer, type Server } from 'node:http';

/**
 * A real server's web server: each answer is the server's name. `/slow?ms=500&rs2=2000` answers after that time, which
 * may be another one on a server that is named; on one that `/reset?rs1` names a connection that its client ends is reset.
 * Connections are kept alive until the client ends them.
 */
export function createWebServer(name: string): Server {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lab');
    const answer = () => response.end(`${name}\n`);
    if (pathname === '/slow') return void setTimeout(answer, Number(searchParams.get(name) ?? searchParams.get('ms')));
    if (pathname === '/reset' && searchParams.has(name)) {
      // Whoever ends first has a say in how: the client shall.
      response.setHeader('connection', 'keep-alive');
      request.socket.prependOnceListener('end', () => request.socket.resetAndDestroy());
    }
    answer();
  });
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  return server;
}
