import { z } from 'zod';
import { actorKinds, auditActions, auditOutcomes } from '../../../domain/audit/audit-row.ts';
import { gauge, list, moment } from './numbers.ts';

const text = z.string().nullable();

export const auditRowSchema = z
  .object({
    id: z.int(),
    at: moment,
    actor: z.string(),
    actorKind: z.enum(actorKinds),
    role: text,
    source: text,
    signedInBy: text,
    action: z.enum(auditActions),
    resource: text,
    cluster: text,
    director: text,
    reason: text,
    ticket: text,
    release: text,
    before: z.unknown(),
    after: z.unknown(),
    revision: z.int().nullable(),
    generation: z.int().nullable(),
    hash: z.string(),
    outcome: z.enum(auditOutcomes),
    results: list(
      z.object({
        director: z.string(),
        phase: z.string(),
        readBack: text,
        failedLine: text,
        error: text,
        took: gauge.describe('Milliseconds from the intent’s arrival to the read-back'),
      }),
    ),
  })
  .meta({ id: 'AuditRow', description: 'One line of the audit log.' });
