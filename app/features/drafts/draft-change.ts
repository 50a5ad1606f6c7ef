import type { Draft } from '../../../domain/draft/draft.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ChangeRequest } from '../change/change-request.ts';
import { newerRevision } from '../change/newer-revision.ts';
import { revisionDefinition } from '../change/revision-definition.ts';

interface DraftChange {
  readonly cluster: string;
  readonly draft: Draft;
  /** It was changed or somebody else changed it: what is shown of it is old. */
  readonly onMoved: () => void;
  readonly onApplied: () => void;
}

/** A draft to be previewed and applied. Where its base is not the newest revision any more, both are merged first. */
export function draftChange({ cluster, draft: opened, onMoved, onApplied }: DraftChange): ChangeRequest {
  let draft = opened;
  const { id } = opened;
  return {
    cluster,
    takesFirst: true,
    preview: async () => {
      const conflict = await newerRevision(cluster, draft.base);
      return conflict ? { ok: false, conflict } : consoleClient().drafts.preview.query({ cluster, id });
    },
    apply: async (written) => {
      const { version } = draft;
      const applied = await consoleClient().drafts.applyDraft.mutate({ cluster, id, version, ...written });
      if ('moved' in applied) {
        draft = await consoleClient().drafts.get.query({ cluster, id });
        onMoved();
        return { ok: false, problems: [{ path: [], message: 'draft-moved' }] };
      }
      if (applied.ok) onApplied();
      return applied;
    },
    merging: {
      sides: async (newest) => ({
        base: { revision: draft.base, definition: draft.baseDefinition },
        mine: draft.definition,
        theirs: { revision: newest, definition: await revisionDefinition(cluster, newest) },
      }),
      take: async (revision, definition) => {
        const { drafts } = consoleClient();
        const { version } = draft;
        const change = { kind: 'replace' as const, definition };
        await drafts.change.mutate({ cluster, id, version, change, base: revision });
        // Where somebody else was first, the preview meets the same conflict again, with the draft as it is then.
        draft = await drafts.get.query({ cluster, id });
        onMoved();
      },
    },
  };
}
