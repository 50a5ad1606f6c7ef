import type { Problem } from '../../../domain/definition/change.ts';
import type { DraftHead } from '../../../domain/draft/draft.ts';
import type { AskedChange } from '../../../domain/revision/asked-change.ts';
import { consoleClient } from '../../lib/console-client.ts';

export type Kept =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  /** Somebody else changed that draft at the same moment. */
  | { readonly ok: false; readonly moved: unknown };

/** Puts a change into a draft: one that is there, or a new one with a title. */
export async function keepInDraft(
  cluster: string,
  { base, change }: { readonly base: number; readonly change: AskedChange },
  draft: DraftHead | { readonly title: string },
): Promise<Kept> {
  const { drafts } = consoleClient();
  if (!('id' in draft)) return drafts.create.mutate({ cluster, base, title: draft.title, change });
  const { id, version } = draft;
  const changed = await drafts.change.mutate({ cluster, id, version, change });
  return changed.ok ? { ok: true, id } : changed;
}
