import type { WritableFormat } from '../../domain/formats/read-file.ts';
import { type WrittenFile, writeAny } from '../../domain/formats/write-any.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { findRevision } from '../revisions/store.ts';
import { AppError } from '../trpc/app-error.ts';

interface Asked {
  readonly cluster: string;
  /** Null for the newest. */
  readonly revision: number | null;
  readonly format: WritableFormat;
}

/** A revision in another tool's format, as it was written and without drains; the audit log tells who took it. */
export async function exportText(parts: ConsoleParts, actor: Actor, asked: Asked): Promise<WrittenFile> {
  const { cluster, format } = asked;
  const { id, wanted } = parts.fleet.cluster(cluster);
  const revision = asked.revision ?? wanted.revision;
  const found = await findRevision(parts.db, id, revision);
  if (!found) throw new AppError('NOT_FOUND', `There is no revision ${revision}.`);
  const file = writeAny(format, found.definition, { cluster, revision });
  await recorded(parts.db, parts.now(), actor, async () => ({
    value: undefined,
    entries: [{ action: 'export', cluster, resource: file.name, revision, after: { format } }],
  }));
  return file;
}
