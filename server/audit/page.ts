import type {
  ActorKind,
  AuditAction,
  AuditFilters,
  AuditOutcome,
  AuditResult,
  AuditRow,
  SignedInBy,
} from '../../domain/audit/audit-row.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { Transaction } from '../db/database.ts';
import { findEntries, findResults } from './store.ts';

export interface AuditPage {
  /** Newest first, `pageSize` at most. */
  readonly rows: readonly AuditRow[];
  /** The cursor of the next page; null on the last. */
  readonly next: number | null;
}

export const pageSize = 100;

/** Entries of the audit log that match, with what became of their intents since. */
export async function auditPage(db: Transaction, filters: AuditFilters, cursor: number | null): Promise<AuditPage> {
  const found = await findEntries(db, filters, cursor, pageSize + 1);
  const rows = await auditRows(db, found.slice(0, pageSize));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}

/** Entries as screens show them, with what became of their intents since. */
export async function auditRows(
  db: Transaction,
  entries: Awaited<ReturnType<typeof findEntries>>,
): Promise<readonly AuditRow[]> {
  const generations = entries.filter(wroteIntent).flatMap(({ generation }) => generation ?? []);
  const results = Map.groupBy(await findResults(db, generations), (result) => result.generation);
  return entries.map((entry): AuditRow => {
    const its = wroteIntent(entry) ? (results.get(entry.generation ?? 0) ?? []) : [];
    const {
      id,
      actor,
      role,
      source,
      resource,
      cluster,
      director,
      reason,
      ticket,
      revision,
      generation,
      release,
      hash,
    } = entry;
    return {
      ...{ id, actor, role, source, resource, cluster, director, reason, ticket, revision, generation, release, hash },
      at: entry.at.getTime(),
      actorKind: entry.actorKind as ActorKind,
      action: entry.action as AuditAction,
      outcome: entry.outcome as AuditOutcome,
      signedInBy: entry.signedInBy as SignedInBy | null,
      before: parsed(entry.before),
      after: parsed(entry.after),
      results: its.map(resultOf),
    };
  });
}

/** Whether the entry is of what a person asked for; an agent's answer is an entry of its own. */
const wroteIntent = ({ actorKind }: { readonly actorKind: string }): boolean => actorKind !== 'agent';

function resultOf(result: Awaited<ReturnType<typeof findResults>>[number]): AuditResult {
  const failed = (JSON.parse(result.steps) as StepResult[]).find((step) => step.outcome === 'failed');
  return {
    director: result.director.name,
    phase: result.phase as AuditResult['phase'],
    readBack: result.readBack as AuditResult['readBack'],
    failedLine: failed?.line ?? null,
    error: failed?.error ?? result.detail,
    took: result.took,
  };
}

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
