import type { AuditAction, AuditOutcome } from '../../domain/audit/audit-row.ts';
import type { AnnotationKind, Annotations } from '../../domain/history/history-answer.ts';
import { findNewestOf } from '../audit/store.ts';
import type { Database } from '../db/database.ts';

const mostAnnotations = 500;

/** What of the audit log stands beside numbers: all that changes a kernel, or says why numbers are missing. */
const kinds = {
  'definition.apply': 'apply',
  'definition.reapply': 'apply',
  'intent.applied': 'apply',
  'intent.failed': 'apply',
  'intent.refused': 'apply',
  'drain.start': 'drain',
  'drain.end': 'return',
  'drift.seen': 'drift',
  'drift.gone': 'drift',
  'drift.repaired': 'drift',
  'drift.repair-failed': 'drift',
  'director.connected': 'director',
  'director.disconnected': 'director',
  'director.restarted': 'director',
  'director.vip-gained': 'failover',
  'director.vip-lost': 'failover',
  'health.failed': 'health',
  'health.passed': 'health',
  'rollout.stopped': 'rollout',
  'rollout.go-on': 'rollout',
  'release.start': 'release',
  'release.wave': 'release',
  'release.halt': 'release',
  'release.resume': 'release',
  'release.skip': 'release',
  'release.roll-back': 'release',
  'release.end': 'release',
} as const satisfies Partial<Record<AuditAction, AnnotationKind>>;

const actions = Object.keys(kinds) as (keyof typeof kinds)[];

/** What happened to a cluster in a time. What was refused for want of a role did not happen. */
export async function annotationsOf(db: Database, cluster: string, from: number, to: number): Promise<Annotations> {
  const found = await findNewestOf(db, { cluster, from, to, actions }, mostAnnotations + 1);
  const annotations = found.slice(0, mostAnnotations).map((entry) => ({
    id: entry.id,
    at: entry.at.getTime(),
    kind: kinds[entry.action as keyof typeof kinds],
    action: entry.action as AuditAction,
    outcome: entry.outcome as AuditOutcome,
    actor: entry.actor,
    reason: entry.reason,
    resource: entry.resource,
    director: entry.director,
    revision: entry.revision,
    generation: entry.generation,
  }));
  return { annotations: annotations.reverse(), more: found.length > mostAnnotations };
}
