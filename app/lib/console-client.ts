import { createTRPCClient, createWSClient, httpBatchLink, splitLink, type TRPCClient, wsLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '../../server/router.ts';
import { linkStore } from './link-store.ts';

export type ConsoleClient = TRPCClient<AppRouter>;

let client: ConsoleClient | undefined;

/** The browser's one way to the console: queries and mutations over HTTP, live views over one socket. */
export function consoleClient(): ConsoleClient {
  client ??= createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: wsLink({ client: socket(), transformer: superjson }),
        false: httpBatchLink({ url: '/api/trpc', transformer: superjson, methodOverride: 'POST' }),
      }),
    ],
  });
  return client;
}

function socket() {
  const { protocol, host } = window.location;
  linkStore.set('connecting');
  return createWSClient({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/ws`,
    // A socket that is only half open looks alive: asking every 4 s finds it before the numbers turn unknown.
    keepAlive: { enabled: true, intervalMs: 4_000, pongTimeoutMs: 2_000 },
    retryDelayMs: (attempt) => Math.min(200 * 2 ** attempt, 5_000),
    onOpen: () => linkStore.set('open'),
    onClose: () => linkStore.set('closed'),
    onError: () => linkStore.set('closed'),
  });
}
