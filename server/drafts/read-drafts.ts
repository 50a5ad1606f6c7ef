import { emptyDefinition } from '../../domain/definition/definition.ts';
import type { Draft, DraftHead } from '../../domain/draft/draft.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { findRevision } from '../revisions/store.ts';
import { draftOf } from './draft-of.ts';
import { findDrafts } from './store.ts';

/** The drafts of a cluster, last changed first. */
export const listDrafts = (parts: ConsoleParts, cluster: string): Promise<readonly DraftHead[]> =>
  findDrafts(parts.db, parts.fleet.cluster(cluster).id);

/** A draft with the definition that it began from. */
export async function readDraft(
  parts: ConsoleParts,
  { cluster: name, id }: { readonly cluster: string; readonly id: string },
): Promise<Draft> {
  const cluster = parts.fleet.cluster(name);
  const { updatedBy: _, ...draft } = await draftOf(parts, cluster, id);
  const base = await findRevision(parts.db, cluster.id, draft.base);
  return { ...draft, baseDefinition: base?.definition ?? emptyDefinition };
}
