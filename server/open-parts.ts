import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Logger } from 'pino';
import { auditParts } from './audit/audit-parts.ts';
import { loadClusters } from './clusters/store.ts';
import { Looks } from './connections/looks.ts';
import type { ConsoleParts } from './console-parts.ts';
import { openDatabase } from './db/database.ts';
import { AgentLinks } from './directors/agent-links.ts';
import { Collector } from './history/collector.ts';
import { IntentDispatch } from './intents/intent-dispatch.ts';
import { type Keys, openKeys } from './keys/key-files.ts';
import { FailureLimit } from './limits/failure-limit.ts';
import { Fleet } from './live/fleet.ts';
import { Hub } from './live/hub.ts';
import { Views } from './live/views.ts';
import { countUncounted } from './revisions/store.ts';
import { BrowserSockets } from './web/browser-sockets.ts';

interface Needs {
  readonly dataDirectory: string;
  /** The folder that has prisma/migrations. */
  readonly installation: string;
  readonly log: Logger;
  readonly now: () => number;
  readonly publicUrl: () => string;
}

/** Everything that procedures and links work with, from what the data folder has. */
export async function openParts({ dataDirectory, installation, log, now, publicUrl }: Needs): Promise<{
  readonly parts: ConsoleParts;
  readonly keys: Keys;
}> {
  const keys = openKeys(dataDirectory);
  const migrations = path.join(installation, 'prisma/migrations');
  const db = await openDatabase(path.join(dataDirectory, 'shoal.db'), migrations, now);
  await countUncounted(db);
  const fleet = new Fleet();
  for (const cluster of await loadClusters(db)) fleet.add(cluster);
  const hub = new Hub(randomBytes(6).toString('base64url'), now);
  const links = new AgentLinks();
  const intents = new IntentDispatch({
    linkOf: (id) => links.of(id),
    key: keys.console,
    now,
    sent: () => hub.touch(),
  });
  const parts: ConsoleParts = {
    ...{ db, fleet, hub, links, intents, log, now, publicUrl, randomBytes },
    key: keys.console,
    views: new Views(fleet, now),
    looks: new Looks((id) => links.of(id)),
    history: new Collector({ db, log, now }),
    audit: auditParts({
      ...{ db, keys, log, now, publicUrl },
      directors: () => fleet.places.map(({ director }) => director),
      linkOf: (id) => links.of(id),
    }),
    sockets: new BrowserSockets(),
    passwordLimit: new FailureLimit(5, 60_000),
  };
  return { parts, keys };
}
