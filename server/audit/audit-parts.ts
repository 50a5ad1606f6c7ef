import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import type { AgentLink } from '../intents/intent-dispatch.ts';
import type { Keys } from '../keys/key-files.ts';
import { Streams } from '../streams/streams.ts';
import { toSyslog } from '../streams/to-syslog.ts';
import { toWebhook } from '../streams/to-webhook.ts';
import { ChainWatch } from './chain-watch.ts';
import { Checkpoints } from './checkpoints.ts';
import { Witnesses } from './witnesses.ts';

/** What watches over the audit log while the console runs. */
export interface AuditParts {
  readonly checkpoints: Checkpoints;
  readonly witnesses: Witnesses;
  readonly chain: ChainWatch;
  readonly streams: Streams;
  /** With which a webhook's deliveries are signed. */
  readonly streamSecret: (id: string) => string;
}

interface Needs {
  readonly db: Database;
  readonly keys: Keys;
  readonly log: Logger;
  readonly now: () => number;
  readonly publicUrl: () => string;
  readonly directors: () => readonly { readonly id: string; readonly name: string }[];
  readonly linkOf: (directorId: string) => AgentLink | undefined;
}

/** Builds them; nothing runs before `startAudit`. */
export function auditParts({ db, keys, log, now, publicUrl, directors, linkOf }: Needs): AuditParts {
  const witnesses = new Witnesses({ directors, linkOf, now });
  const key = keys.console;
  // Not kept in the database, so that a copy of that can't sign a delivery.
  const streamSecret = (id: string) =>
    createHmac('sha256', keys.authSecret).update(`shoal audit stream ${id}`).digest('base64url');
  const streams = new Streams({
    ...{ db, log, now },
    deliverTo: ({ id, target }) =>
      target.kind === 'webhook'
        ? toWebhook(target.url, streamSecret(id), now)
        : toSyslog(target, new URL(publicUrl()).hostname),
  });
  return {
    ...{ witnesses, streams, streamSecret },
    checkpoints: new Checkpoints({ db, key, now, log, tell: (checkpoints) => witnesses.tell(checkpoints) }),
    chain: new ChainWatch({ db, key, now, log, witnesses }),
  };
}

export async function startAudit({ checkpoints, chain, streams }: AuditParts): Promise<void> {
  await checkpoints.start();
  chain.start();
  streams.start();
}

/** To be called when nothing writes to the log any more: its last row is signed. */
export async function stopAudit({ checkpoints, chain, streams }: AuditParts): Promise<void> {
  streams.stop();
  await chain.stop();
  await checkpoints.stop();
}
