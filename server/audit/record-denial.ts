import { z } from 'zod';
import type { AuditAction } from '../../domain/audit/audit-row.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Actor } from './actor.ts';
import { recorded } from './recorded.ts';

/** What can be told of an input that was not looked at: parts that are not valid are left out. */
const told = z.object({
  cluster: nameSchema.nullable().catch(null),
  director: nameSchema.nullable().catch(null),
  reason: reasonSchema.nullable().catch(null),
});

/** Keeps that somebody asked for more than their role allows. */
export async function recordDenial(
  parts: ConsoleParts,
  actor: Actor,
  action: AuditAction,
  path: string,
  input: unknown,
): Promise<void> {
  const about = told.catch({ cluster: null, director: null, reason: null }).parse(input);
  await recorded(parts.db, parts.now(), actor, async () => ({
    value: undefined,
    entries: [{ action, resource: path, ...about, outcome: 'denied' }],
  }));
}
