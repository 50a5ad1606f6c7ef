import type { AuditAction, AuditOutcome } from '../audit/audit-row.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { FieldLists } from './fields.ts';

/** Numbers over a time: point `i` begins at `start + i * step`, and its numbers are means over the step. */
export interface HistoryAnswer {
  /** Milliseconds since 1970 on the console's clock, and between points. */
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** What was asked of. The sum of a service's or real server's destinations has no `activeConnMax`. */
  readonly fields: FieldLists;
  /** Of a service or real server: its destinations, those with the most new connections first. */
  readonly rows: readonly HistoryRow[];
  /** Destinations that are in the sum and have no row. */
  readonly unlisted: number;
}

export interface HistoryRow {
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
  readonly fields: FieldLists;
}

export const annotationKinds = [
  'apply',
  'drain',
  'return',
  'drift',
  'director',
  'rollout',
  'release',
  'health',
  'failover',
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Something that happened, to be shown beside numbers. The words for `action` are the audit log's. */
export interface Annotation {
  /** Of the audit entry. */
  readonly id: number;
  readonly at: number;
  readonly kind: AnnotationKind;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly actor: string;
  readonly reason: string | null;
  /** A service, destination, real server or director. */
  readonly resource: string | null;
  /** Null for what concerns all directors of the cluster. */
  readonly director: string | null;
  readonly revision: number | null;
  readonly generation: number | null;
}

export interface Annotations {
  /** Oldest first; the newest ones when there are more than are sent. */
  readonly annotations: readonly Annotation[];
  readonly more: boolean;
}
