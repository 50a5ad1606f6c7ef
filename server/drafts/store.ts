import type { Definition } from '../../domain/definition/definition.ts';
import { type Draft, type DraftHead, type Origin, originSchema } from '../../domain/draft/draft.ts';
import type { Note } from '../../domain/formats/read-file.ts';
import type { Transaction } from '../db/database.ts';
import { storedDefinition } from '../revisions/store.ts';

const heads = { definition: true, notes: true } as const;
type HeadRow = Awaited<ReturnType<typeof findRows>>[number];

const findRows = (db: Transaction, clusterId: string) =>
  db.draft.findMany({ where: { clusterId }, orderBy: { updatedAt: 'desc' }, omit: heads });

/** The drafts of a cluster, last changed first, without their definitions. */
export async function findDrafts(db: Transaction, clusterId: string): Promise<DraftHead[]> {
  return (await findRows(db, clusterId)).map(headOf);
}

export const countDrafts = (db: Transaction, clusterId: string) => db.draft.count({ where: { clusterId } });

/** A draft with who changed it last; null when the cluster has none of that id. */
export async function findDraft(
  db: Transaction,
  clusterId: string,
  id: string,
): Promise<(Omit<Draft, 'baseDefinition'> & { readonly updatedBy: string }) | null> {
  const row = await db.draft.findFirst({ where: { id, clusterId } });
  if (!row) return null;
  const definition = storedDefinition(`draft ${row.title}`, row.definition);
  return { ...headOf(row), definition, notes: JSON.parse(row.notes) as Note[], updatedBy: row.updatedBy };
}

function headOf(row: HeadRow): DraftHead {
  const { id, title, author, base, version, services, noteCount: notes } = row;
  return {
    ...{ id, title, author, base, version, services, notes },
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    origin: row.origin === null ? null : originSchema.parse(JSON.parse(row.origin)),
  };
}

export interface NewDraft {
  readonly id: string;
  readonly clusterId: string;
  readonly title: string;
  readonly author: string;
  readonly base: number;
  readonly definition: Definition;
  readonly notes: readonly Note[];
  readonly origin: Origin | null;
}

export async function addDraft(tx: Transaction, draft: NewDraft, at: number): Promise<void> {
  const { definition, notes, origin, author, ...rest } = draft;
  await tx.draft.create({
    data: {
      ...{ ...rest, author, updatedBy: author, createdAt: new Date(at), updatedAt: new Date(at) },
      definition: JSON.stringify(definition),
      notes: JSON.stringify(notes),
      origin: origin && JSON.stringify(origin),
      services: definition.services.length,
      noteCount: notes.filter(({ kind }) => kind !== 'taken').length,
    },
  });
}

/** Writes a draft's next version. */
export async function putDraft(
  tx: Transaction,
  id: string,
  next: { readonly base: number; readonly version: number; readonly definition: Definition; readonly by: string },
  at: number,
): Promise<void> {
  const { base, version, definition, by: updatedBy } = next;
  await tx.draft.update({
    where: { id },
    data: {
      ...{ base, version, updatedBy, updatedAt: new Date(at), services: definition.services.length },
      definition: JSON.stringify(definition),
    },
  });
}

/** Takes a draft away, if it still has that version; gives whether it had. */
export async function endDraft(tx: Transaction, id: string, version: number): Promise<boolean> {
  return (await tx.draft.deleteMany({ where: { id, version } })).count === 1;
}

export async function endDrafts(tx: Transaction, clusterId: string): Promise<void> {
  await tx.draft.deleteMany({ where: { clusterId } });
}
