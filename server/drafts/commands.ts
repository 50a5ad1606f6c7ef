import { applyChange, type Problem } from '../../domain/definition/change.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type Moved, mostDrafts, type Origin } from '../../domain/draft/draft.ts';
import type { Note } from '../../domain/formats/read-file.ts';
import type { AskedChange } from '../../domain/revision/asked-change.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { changedPart } from '../definition/changed-part.ts';
import { fitsIntent } from '../definition/fits-intent.ts';
import { resolvedChange } from '../definition/resolved-change.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { findRevision } from '../revisions/store.ts';
import { invalid } from '../trpc/app-error.ts';
import { draftOf, hasMoved } from './draft-of.ts';
import { addDraft, countDrafts, endDraft, putDraft } from './store.ts';

type Problems = { readonly ok: false; readonly problems: readonly Problem[] };
export type DraftCreated = { readonly ok: true; readonly id: string } | Problems;
export type DraftChanged = { readonly ok: true; readonly version: number } | Problems | Moved;

interface NewDraft {
  readonly cluster: string;
  readonly base: number;
  readonly title: string;
  /** Made to the base's definition. */
  readonly change: AskedChange;
  readonly notes: readonly Note[];
  readonly origin: Origin | null;
}

/** Keeps what a change makes of a revision, to be gone on with and applied later. Nothing is sent anywhere. */
export function createDraft(parts: ConsoleParts, actor: Actor, asked: NewDraft): Promise<DraftCreated> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    if ((await countDrafts(parts.db, cluster.id)) >= mostDrafts) return problem('too-many-drafts');
    const { base, title, notes, origin } = asked;
    const changed = await drafted(parts, cluster, await definitionOf(parts, cluster, base), asked.change);
    if (!changed.ok) return changed;
    const { definition } = changed;
    const at = parts.now();
    const id = parts.randomBytes(12).toString('base64url');
    await recorded(parts.db, at, actor, async (tx) => {
      const draft = { id, clusterId: cluster.id, title, author: actor.name, base, definition, notes, origin };
      await addDraft(tx, draft, at);
      const after = { id, base, services: definition.services.length, notes: notes.length, origin };
      const entry = { action: 'draft.create' as const, cluster: cluster.name, resource: title, after };
      return { value: undefined, entries: [entry] };
    });
    return { ok: true, id };
  });
}

interface DraftChange {
  readonly cluster: string;
  readonly id: string;
  /** The version that the change was made on. */
  readonly version: number;
  readonly change: AskedChange;
  /** The newer revision that it is brought to; null while it stays on its base. */
  readonly base: number | null;
}

/** Changes a draft, unless somebody else did so since it was opened. */
export function changeDraft(parts: ConsoleParts, actor: Actor, asked: DraftChange): Promise<DraftChanged> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const draft = await draftOf(parts, cluster, asked.id);
    if (draft.version !== asked.version) return hasMoved(draft);
    const base = asked.base ?? draft.base;
    if (base !== draft.base) await definitionOf(parts, cluster, base);
    const changed = await drafted(parts, cluster, draft.definition, asked.change);
    if (!changed.ok) return changed;
    const { definition, resolved } = changed;
    const version = draft.version + 1;
    const at = parts.now();
    await recorded(parts.db, at, actor, async (tx) => {
      await putDraft(tx, draft.id, { base, version, definition, by: actor.name }, at);
      const part = changedPart(draft.definition, asked.change, resolved);
      const about = { action: 'draft.change' as const, cluster: cluster.name, resource: draft.title };
      const before = { id: draft.id, base: draft.base, version: draft.version, part: part.before };
      const after = { id: draft.id, base, version, of: part.resource, part: part.after };
      return { value: undefined, entries: [{ ...about, before, after }] };
    });
    return { ok: true, version };
  });
}

/** Throws a draft away. */
export function discardDraft(
  parts: ConsoleParts,
  actor: Actor,
  asked: { readonly cluster: string; readonly id: string; readonly reason: string },
): Promise<void> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const { id, title, base, version, services } = await draftOf(parts, cluster, asked.id);
    await recorded(parts.db, parts.now(), actor, async (tx) => {
      await endDraft(tx, id, version);
      const about = { action: 'draft.discard' as const, cluster: cluster.name, resource: title, reason: asked.reason };
      return { value: undefined, entries: [{ ...about, before: { id, base, version, services } }] };
    });
  });
}

/** What a change makes of a definition, as far as a draft may have it. */
async function drafted(parts: ConsoleParts, cluster: LiveCluster, from: Definition, asked: AskedChange) {
  const resolved = await resolvedChange(parts.db, cluster.id, asked);
  const changed = applyChange(from, resolved);
  if (changed.ok && !fitsIntent(changed.definition)) return problem('definition-too-large');
  return changed.ok ? { ...changed, resolved } : changed;
}

async function definitionOf(parts: ConsoleParts, cluster: LiveCluster, revision: number): Promise<Definition> {
  const found = await findRevision(parts.db, cluster.id, revision);
  if (!found) throw invalid('base-unknown', ['base']);
  return found.definition;
}

const problem = (message: string): Problems => ({ ok: false, problems: [{ path: [], message }] });
