import type { Logger } from 'pino';
import type { AuditParts } from './audit/audit-parts.ts';
import type { Looks } from './connections/looks.ts';
import type { Database } from './db/database.ts';
import type { AgentLinks } from './directors/agent-links.ts';
import type { Collector } from './history/collector.ts';
import type { IntentDispatch } from './intents/intent-dispatch.ts';
import type { ConsoleKey } from './keys/console-key.ts';
import type { FailureLimit } from './limits/failure-limit.ts';
import type { Fleet } from './live/fleet.ts';
import type { Hub } from './live/hub.ts';
import type { Views } from './live/views.ts';
import type { BrowserSockets } from './web/browser-sockets.ts';

/** All that procedures and links work with, built once by the console and handed to each of them. */
export interface ConsoleParts {
  readonly db: Database;
  readonly fleet: Fleet;
  readonly hub: Hub;
  readonly views: Views;
  readonly intents: IntentDispatch;
  readonly links: AgentLinks;
  readonly looks: Looks;
  readonly history: Collector;
  readonly audit: AuditParts;
  readonly key: ConsoleKey;
  readonly sockets: BrowserSockets;
  /** Counts wrong passwords of people who change theirs. */
  readonly passwordLimit: FailureLimit;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Buffer;
  /** Where browsers and agents reach the console, without a slash at the end. */
  readonly publicUrl: () => string;
}
