import type { AuditAction, AuditOutcome } from '../../domain/audit/audit-row.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { ChainContent } from '../../domain/audit/chain-row.ts';
import { ticketOf } from '../../domain/audit/ticket-of.ts';
import type { Actor } from './actor.ts';

/** What happened, beside who did it and when. */
export interface Entry {
  readonly action: AuditAction;
  readonly resource?: string | null;
  readonly cluster?: string | null;
  readonly director?: string | null;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly revision?: number | null;
  readonly generation?: number | null;
  /** The release that it belongs to. */
  readonly release?: string | null;
  readonly outcome?: AuditOutcome;
}

/** The row that an entry becomes, exactly as the database gives it back. */
export const contentOf = (seq: number, at: number, actor: Actor, entry: Entry): ChainContent => ({
  seq,
  at: Math.trunc(at),
  actor: actor.name.toWellFormed(),
  actorKind: actor.kind,
  role: actor.role,
  source: textOf(actor.source),
  signedInBy: actor.signedInBy ?? null,
  action: entry.action,
  resource: textOf(entry.resource),
  cluster: textOf(entry.cluster),
  director: textOf(entry.director),
  reason: textOf(entry.reason),
  ticket: ticketOf(entry.reason),
  before: jsonOf(entry.before),
  after: jsonOf(entry.after),
  revision: entry.revision ?? null,
  generation: entry.generation ?? null,
  release: textOf(entry.release),
  outcome: entry.outcome ?? 'done',
});

const jsonOf = (value: unknown): string | null => (value === null ? null : canonicalJson(value));

/** SQLite keeps UTF-8, which has no half of a surrogate pair: it would come back as another sign. */
const textOf = (text: string | null | undefined): string | null => text?.toWellFormed() ?? null;
