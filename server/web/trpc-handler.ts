import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';
import type { Auth } from '../access/auth.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { appRouter } from '../router.ts';
import { noSocket } from '../trpc/follower.ts';
import { logFailure } from '../trpc/log-failure.ts';
import { headersOf } from './fetch-bridge.ts';
import { sendText } from './send-text.ts';

export const trpcPath = '/api/trpc/';

/** Answers queries and mutations. Bodies must be JSON: a form of another site can't send that without being asked. */
export function trpcHandler(parts: ConsoleParts, auth: Auth) {
  return async (request: IncomingMessage, response: ServerResponse, source: string, path: string): Promise<void> => {
    const isJson = request.headers['content-type']?.startsWith('application/json');
    if (request.method === 'POST' && !isJson) return sendText(response, 415, 'Send application/json');
    await nodeHTTPRequestHandler({
      router: appRouter,
      path: path.slice(trpcPath.length),
      req: request,
      res: response,
      maxBodySize: maximumIntentBytes,
      // A preview's input may be a whole definition, which no address of a GET has room for.
      allowMethodOverride: true,
      createContext: async () => ({
        parts,
        source,
        person: await auth.signedIn(headersOf(request)),
        follower: noSocket(),
      }),
      onError: ({ error, path: procedure }) => logFailure(parts, error, procedure),
    });
  };
}
