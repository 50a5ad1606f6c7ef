import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Opening } from './open-console.ts';
import type { Pages } from './web/request-handler.ts';
import { allowEval } from './web/security-headers.ts';
import { sendText } from './web/send-text.ts';

/**
 * The pages, by Next.
 *
 * Next's bundles have their own copy of every module that they share with the server, so that pages find the console
 * under a symbol and not by an import.
 */
export function openNextPages(installation: string, mode: 'production' | 'development'): Opening['openPages'] {
  return async (server, caller) => {
    (globalThis as Record<symbol, unknown>)[Symbol.for('shoal.console')] = { caller };
    const dev = mode === 'development';
    if (!dev && !existsSync(path.join(installation, '.next/BUILD_ID'))) {
      const missing = 'The pages are not built: run npm run build.';
      return { pages: async (_, response) => sendText(response, 503, missing), upgrades: null };
    }
    const { default: next } = await import('next');
    const app = next({ dev, dir: installation, httpServer: server });
    await app.prepare();
    const handle = app.getRequestHandler();
    if (!dev) return { pages: (request, response) => handle(request, response), upgrades: null };
    const pages: Pages = (request, response) => {
      allowEval(response);
      return handle(request, response);
    };
    // Next listens on the server for the socket of its own that reloads pages; nobody else must answer it.
    return { pages, upgrades: () => undefined };
  };
}
