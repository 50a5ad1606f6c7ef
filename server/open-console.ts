import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Logger } from 'pino';
import { createAuth } from './access/auth.ts';
import { firstRun } from './access/first-run.ts';
import { forgetEndedSessions, liveSessions } from './access/store.ts';
import { startAudit, stopAudit } from './audit/audit-parts.ts';
import type { ConsoleParts } from './console-parts.ts';
import { startHeartbeat } from './live/heartbeat.ts';
import { openParts } from './open-parts.ts';
import { type Caller, createCaller } from './router.ts';
import type { Settings } from './settings/settings.ts';
import { noSocket } from './trpc/follower.ts';
import { agentUpgrade } from './web/agent-upgrade.ts';
import { browserUpgrade } from './web/browser-upgrade.ts';
import { type Pages, requestHandler } from './web/request-handler.ts';
import { sendText } from './web/send-text.ts';
import { type OtherUpgrades, routeUpgrades } from './web/upgrades.ts';

export interface Console {
  readonly parts: ConsoleParts;
  /** Where it is reached, without a slash at the end. */
  readonly url: string;
  /** The administrator that this start made; null when there were people already. */
  readonly firstSignIn: { readonly username: string; readonly password: string } | null;
  /** Procedures for whoever these headers' cookies are of, without HTTP. */
  caller(headers: Headers): Promise<Caller>;
  /** Closes every socket and the database; within 2 seconds. */
  stop(): Promise<void>;
}

export interface Opening {
  readonly settings: Settings;
  /** The folder that has prisma/ and dist/. */
  readonly installation: string;
  readonly log: Logger;
  readonly now: () => number;
  /** Makes what answers the pages, once the procedures can be called. */
  readonly openPages: (server: Server, caller: Console['caller']) => Promise<{ pages: Pages; upgrades: OtherUpgrades }>;
}

/** Milliseconds between two looks at the sessions of open sockets. */
const sessionsEvery = 15_000;

/** A console that listens: database migrated, clusters in memory, sockets taken, pages served. */
export async function openConsole({ settings, installation, log, now, openPages }: Opening): Promise<Console> {
  const server = createServer();
  let answer: RequestListener = (_, response) => sendText(response, 503, 'The console is starting');
  server.on('request', (request, response) => answer(request, response));
  const url = await listening(server, settings);
  const publicUrl = settings.publicUrl ?? url;
  const { dataDirectory } = settings;
  const { parts, keys } = await openParts({ dataDirectory, installation, log, now, publicUrl: () => publicUrl });
  const auth = createAuth({ db: parts.db, secret: keys.authSecret, baseUrl: publicUrl, now });
  const firstSignIn = await firstRun(parts);
  await forgetEndedSessions(parts.db, now());
  const caller = async (headers: Headers): Promise<Caller> => {
    const person = await auth.signedIn(headers);
    return createCaller({ parts, person, source: headers.get('x-real-ip') ?? '', follower: noSocket() });
  };
  const { pages, upgrades: others } = await openPages(server, caller);
  const agentFile = path.join(installation, 'dist/agent/shoal-agent.mjs');
  const commandLineFile = path.join(installation, 'dist/cli/shoal.mjs');
  const browsers = browserUpgrade(parts, auth, settings.publicUrl);
  const agents = agentUpgrade(parts);
  routeUpgrades(server, { log, browsers: browsers.upgrade, agents: agents.upgrade, others });
  answer = requestHandler({ parts, auth, pages, publicUrl: settings.publicUrl, agentFile, commandLineFile });
  const stopHeartbeat = startHeartbeat(parts);
  parts.history.start();
  await startAudit(parts.audit);
  const sessions = setInterval(() => void closeEndedSessions(parts), sessionsEvery);
  return {
    ...{ parts, url: publicUrl, firstSignIn, caller },
    stop: async () => {
      clearInterval(sessions);
      stopHeartbeat();
      parts.intents.stop();
      parts.hub.stop();
      server.close();
      for (const client of browsers.server.clients) client.close(1001, 'the console stops');
      // Once while witnesses still hear of it, and once behind the last row.
      await parts.audit.checkpoints.sign();
      await parts.links.closeAll('the console stops');
      for (const client of [...browsers.server.clients, ...agents.server.clients]) client.terminate();
      server.closeAllConnections();
      await parts.history.stop();
      await stopAudit(parts.audit);
      await parts.db.$disconnect();
    },
  };
}

/** Listens, and gives the address that was asked for with the port that it got. */
async function listening(server: Server, { host, port }: Settings): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: got } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${got}`;
}

async function closeEndedSessions({ sockets, db, now, log }: ConsoleParts): Promise<void> {
  try {
    sockets.closeEnded(await liveSessions(db, sockets.sessionIds, now()));
  } catch (error) {
    log.error({ err: error }, 'the sessions of open sockets could not be read');
  }
}
