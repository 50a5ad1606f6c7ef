import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Auth } from '../access/auth.ts';
import { apiHandler, apiPath } from '../api/api-handler.ts';
import { exportHandler, exportPath } from '../audit/export-handler.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { authHandler } from './auth-handler.ts';
import { metricsText } from './metrics.ts';
import { isOwnOrigin } from './own-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { sendText } from './send-text.ts';
import { trpcHandler, trpcPath } from './trpc-handler.ts';

/** Answers what no path of the console's own answers. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Needs {
  readonly parts: ConsoleParts;
  readonly auth: Auth;
  readonly pages: Pages;
  readonly publicUrl: string | null;
  /** The agent in one file, as directors fetch it. */
  readonly agentFile: string;
  /** The command line in one file. */
  readonly commandLineFile: string;
}

/** Answers every request of the console; never throws. */
export function requestHandler({ parts, auth, pages, publicUrl, agentFile, commandLineFile }: Needs) {
  const trpc = trpcHandler(parts, auth);
  const signIn = authHandler(parts, auth);
  const exportLog = exportHandler(parts, auth);
  const api = apiHandler(parts, publicUrl);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setSecurityHeaders(response, publicUrl?.startsWith('https:') ?? false);
    const source = request.socket.remoteAddress ?? '';
    // Pages see the address that the socket has, whatever the browser says.
    request.headers['x-real-ip'] = source;
    const url = new URL(request.url ?? '/', 'http://console');
    const path = url.pathname;
    if (path.startsWith(`${apiPath}/`)) return api(request, response, source, url);
    const writes = request.method !== 'GET' && request.method !== 'HEAD';
    if (writes && request.headers.origin !== undefined && !isOwnOrigin(request.headers, publicUrl))
      return sendText(response, 403, 'This request comes from another site');
    if (path.startsWith(trpcPath)) return trpc(request, response, source, path);
    if (path === exportPath) return exportLog(request, response, source, url);
    if (path.startsWith('/api/auth/')) return signIn(request, response, source, path);
    if (path === '/healthz') return sendText(response, 200, 'ok');
    if (path === '/metrics') return sendText(response, 200, metricsText(parts).trimEnd());
    if (path === '/agent.mjs') return sendProgram(agentFile, response);
    if (path === '/shoal.mjs') return sendProgram(commandLineFile, response);
    if (path.startsWith('/api/')) return sendText(response, 404, 'Not found');
    return pages(request, response);
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      parts.log.error({ err: error, url: request.url }, 'a request failed');
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The console failed. Its log says why.');
    });
  };
}

function sendProgram(file: string, response: ServerResponse): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) {
    sendText(response, 503, 'This program is not built: run npm run build on the console.');
    return;
  }
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.setHeader('content-length', found.size);
  createReadStream(file).pipe(response);
}
