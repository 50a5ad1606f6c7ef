import { z } from 'zod';
import { nameSchema } from '../definition/service-definition.ts';
import type { ApplyProgress } from '../display/views.ts';

/** Everything that the audit log tells of. */
export const auditActions = [
  'first-run',
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'person.create',
  'person.role',
  'person.reset-password',
  'person.change-password',
  'person.disable',
  'token.create',
  'token.revoke',
  'token.refused',
  'cluster.create',
  'cluster.remove',
  'definition.apply',
  'definition.reapply',
  'drain.start',
  'drain.end',
  'drain.change',
  /** The console's, once for each drain: what happened at its deadline. */
  'drain.deadline',
  /** A return to service went on: its checks passed, or its ramp took a step. */
  'drain.return',
  'director.token',
  'director.revoke-token',
  'director.enrol',
  'director.enrol-refused',
  'director.remove',
  'director.connected',
  'director.disconnected',
  'director.restarted',
  /** A VIP came to a director's own interfaces, or left them: one side of a failover. */
  'director.vip-gained',
  'director.vip-lost',
  /** A destination's check began to fail, or passes again, on one director. */
  'health.failed',
  'health.passed',
  'intent.applied',
  'intent.failed',
  'intent.refused',
  'drift.seen',
  'drift.gone',
  'drift.repaired',
  'drift.repair-failed',
  'drift.ignore',
  'drift.stop-ignoring',
  'draft.create',
  'draft.change',
  'draft.discard',
  'rollout.stopped',
  'rollout.go-on',
  'release.start',
  'release.wave',
  'release.step',
  'release.continue',
  'release.halt',
  'release.resume',
  'release.retry',
  'release.skip',
  'release.roll-back',
  'release.end',
  /** A test service was put up or taken away. */
  'release.test',
  'release.save-template',
  'release.remove-template',
  'export',
  /** Rows of an older console got their hashes. */
  'audit.chain',
  'audit.verify',
  'audit.export',
  'audit.add-stream',
  'audit.change-stream',
  'audit.remove-stream',
  /** An agent could not prove that it is the director that it says. */
  'director.refused',
  /** Somebody asked for something that their role may not even see. */
  'read',
] as const;
export type AuditAction = (typeof auditActions)[number];

export const actorKinds = ['person', 'token', 'agent', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** By what somebody proved who they are: a person's password, a token of the API, an agent's key. */
export const signIns = ['password', 'token', 'key'] as const;
export type SignedInBy = (typeof signIns)[number];

export const auditOutcomes = ['done', 'denied', 'failed'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** One line of the audit log. */
export interface AuditRow {
  /** Its place in the log: 1 is the first, and none is left out. */
  readonly id: number;
  /** Milliseconds since 1970 on the console's clock. */
  readonly at: number;
  readonly actor: string;
  readonly actorKind: ActorKind;
  /** The role that the person had then; null for agents and the console itself. */
  readonly role: string | null;
  /** The address that it came from; null for the console itself. */
  readonly source: string | null;
  /** Null for the console itself, and in rows of older consoles. */
  readonly signedInBy: SignedInBy | null;
  readonly action: AuditAction;
  /** What it was done to: a service's key, a real server, a director, a person. */
  readonly resource: string | null;
  readonly cluster: string | null;
  readonly director: string | null;
  readonly reason: string | null;
  /** The first ticket in the reason, as `ticketOf` finds it. */
  readonly ticket: string | null;
  /** The changed part as it was and as it is, as JSON values. */
  readonly before: unknown;
  readonly after: unknown;
  readonly revision: number | null;
  readonly generation: number | null;
  /** The release that it belongs to. */
  readonly release: string | null;
  readonly outcome: AuditOutcome;
  /** SHA-256 of the row and of the hash before, in base64url; see `chainText`. */
  readonly hash: string;
  /** What became of its intent on each director. */
  readonly results: readonly AuditResult[];
}

export interface AuditResult {
  readonly director: string;
  readonly phase: ApplyProgress['phase'];
  readonly readBack: ApplyProgress['readBack'];
  /** The ipvsadm line that failed, and what the kernel answered. */
  readonly failedLine: string | null;
  readonly error: string | null;
  /** Milliseconds from the intent's arrival to the read-back. */
  readonly took: number | null;
}

export const auditFiltersSchema = z.strictObject({
  actor: z.string().max(200).optional(),
  action: z.enum(auditActions).optional(),
  resource: z.string().max(200).optional(),
  cluster: nameSchema.optional(),
  director: nameSchema.optional(),
  outcome: z.enum(auditOutcomes).optional(),
  ticket: z.string().max(200).optional(),
  release: z.string().max(200).optional(),
  /** Somewhere in actor, resource, reason, cluster or director; letters in any case. */
  text: z.string().trim().max(200).optional(),
  /** Milliseconds since 1970, both included. */
  from: z.number().int().optional(),
  to: z.number().int().optional(),
});

export type AuditFilters = z.output<typeof auditFiltersSchema>;
