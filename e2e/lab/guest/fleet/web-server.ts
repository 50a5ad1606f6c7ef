import { createServer, type Server } from 'node:http';

/**
 * A real server's web server: each answer is the server's name. `/slow?ms=500` answers after that time. Connections are
 * kept alive until the client ends them.
 */
export function createWebServer(name: string): Server {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lab');
    const answer = () => response.end(`${name}\n`);
    if (pathname === '/slow') setTimeout(answer, Number(searchParams.get('ms')));
    else answer();
  });
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  return server;
}
