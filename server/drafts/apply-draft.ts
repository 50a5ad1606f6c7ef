import type { Preview } from '../../domain/display/preview.ts';
import type { Moved } from '../../domain/draft/draft.ts';
import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { type Applied, applyDefinition, previewChange, type Written } from '../definition/commands.ts';
import { AppError } from '../trpc/app-error.ts';
import { draftOf, hasMoved } from './draft-of.ts';
import { endDraft } from './store.ts';

interface Asked {
  readonly cluster: string;
  readonly id: string;
}

/** What applying a draft would do on each director. Its base may be older: applying tells of the conflict. */
export async function previewDraft(parts: ConsoleParts, { cluster, id }: Asked): Promise<Preview> {
  const { base, definition } = await draftOf(parts, parts.fleet.cluster(cluster), id);
  return previewChange(parts, { cluster, base, change: { kind: 'replace', definition }, takeOver: [] });
}

/** Makes a draft the next revision and ends it in the same transaction; on a conflict it stays as it is. */
export async function applyDraft(
  parts: ConsoleParts,
  actor: Actor,
  { id, version, ...asked }: Asked & Written & { readonly version: number },
): Promise<Applied | Moved> {
  const draft = await draftOf(parts, parts.fleet.cluster(asked.cluster), id);
  if (draft.version !== version) return hasMoved(draft);
  const { base, definition, title: resource } = draft;
  const change = { kind: 'replace' as const, definition };
  return applyDefinition(
    parts,
    actor,
    { ...asked, base, change },
    {
      entry: { resource },
      write: async (tx) => {
        if (!(await endDraft(tx, id, version)))
          throw new AppError('CONFLICT', 'The draft was changed or discarded just now.');
      },
    },
  );
}
